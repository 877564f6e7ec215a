import type { Need } from 'domain/need/need'
import { endedOtherwise } from 'domain/need/status'
import type { Person } from 'domain/person/person'
import type { NeedView } from '@/store/records'
import type { PlaceForm } from './placeForm'

/** Whose place an order is: their account, or what their helper calls them. */
const isFor = ({ placedFor, requesterId, placedById }: Need, form: PlaceForm, me: Person) => {
  const named = placedFor && requesterId === placedById
  if (!form.placedFor) return !named && requesterId === me.id
  if (form.placedFor.personId) return requesterId === form.placedFor.personId
  // Two whose names are masked alike may be two: the server knows.
  return !!named && placedById === me.id && placedFor.alias === form.placedFor.alias?.trim()
}

export const BOOKED = '这一场已经约过了，一人一个名额。给别人约，请在“给谁”里改选'

/** Whether somebody has a place in the session on the form already, as far as this phone knows. */
export function isBooked(form: PlaceForm, needs: readonly NeedView[], me: Person | undefined): boolean {
  if (!me || !form.sessionId) return false
  return needs.some(
    ({ need }) => need.sessionId === form.sessionId && !endedOtherwise(need) && isFor(need, form, me),
  )
}
