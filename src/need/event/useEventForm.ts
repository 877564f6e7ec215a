import { uuid7 } from 'domain/kernel/id'
import type { Person } from 'domain/person/person'
import { useState } from 'react'
import { send } from '@/client'
import { toast } from '@/platform/dialog'
import { randomBytes } from '@/platform/random'
import { useScroll } from '@/shell/frame/frame'
import { useAppState } from '@/store/appState'
import { useCatalogue } from '@/store/catalogue'
import { serverNow } from '@/store/clock'
import { clearEventDraft, type EventDraft, useDrafts, writeEventDraft } from '@/store/drafts'
import { eventArgs, eventErrors, eventForm, firstWrong } from './eventForm'

/** The form 网格事件. Every keystroke is kept; after one event the next can be told at once. */
export function useEventForm(me: Person) {
  useCatalogue()
  const form = eventForm(
    useDrafts((drafts) => drafts.event),
    me,
  )
  const scroll = useScroll()
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<string>()
  const errors = eventErrors(form, tried)

  const write = (changes: EventDraft) => {
    setRefused(undefined)
    writeEventDraft(changes)
  }

  const submit = () => {
    setTried(true)
    const wrong = firstWrong(eventErrors(form, true))
    if (wrong) return scroll.toId(`event-${wrong}`)
    const id = form.id ?? uuid7(Date.parse(serverNow()), randomBytes(10))
    const sent = send('need.place', eventArgs(form, id), { id })
    if (!sent.ok) {
      setRefused(sent.text)
      return scroll.toId('event-refused')
    }
    setTried(false)
    if (useDrafts.getState().event.id === form.id) clearEventDraft()
    toast(useAppState.getState().online ? '已收下，送研判' : '已存好，联网后自动送出')
    scroll.toId('event-mine')
  }

  return { form, errors, refused, write, submit }
}
