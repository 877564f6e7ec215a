import { fireEvent, screen } from '@testing-library/react'
import type { Person } from 'domain/person/person'
import { publishRecords } from '@/store/records'
import { community } from '../../support/builders'

/** Somebody as the roster has them. */
export const aHelper = (from: Pick<Person, 'id' | 'grants'>, more: Partial<Person> = {}): Person => ({
  displayName: '陈师傅',
  homeGrid: `${community}001`,
  skills: ['electric'],
  availability: [],
  capacity: 3,
  ...from,
  ...more,
})

export const publishPeople = (...people: Person[]) =>
  publishRecords({ people: Object.fromEntries(people.map((each) => [each.id, each])) })

export const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
/** What can be tapped, by its name, in the order of the page. */
export const buttons = (name: RegExp) =>
  screen.queryAllByRole('button', { name }).map((each) => each.getAttribute('aria-label') ?? each.textContent)
export const headings = () => screen.queryAllByRole('heading').map((each) => each.textContent)
