import { act, fireEvent, render, screen } from '@testing-library/react'
import type { CandidatesAnswer } from 'domain/api'
import type { Need } from 'domain/need/need'
import type { Person } from 'domain/person/person'
import { fetchCandidates, type Trouble } from '@/client'
import { OfferFields } from '@/need/dispatch/OfferFields'
import { newForm } from '@/need/dispatch/offerForm'
import { aMember, aNeed, anActor, aSecretary, idOf, noon } from '../../../support/builders'
import { aHelper, publishPeople } from '../../work/workbench'
import { emptyRecords, logIn } from '../store/views'

jest.mock('@tarojs/components', () => jest.requireActual('../../../support/taroComponents'))
jest.mock('@/client', () => ({ fetchCandidates: jest.fn() }))
jest.mock('@/platform/storage', () => ({ storage: { get: () => undefined, set: () => {} } }))

const coordinator = aHelper(anActor(9, [{ role: 'coordinator', area: '441704' }]))
const liang = aHelper(aMember(11), { displayName: '梁师傅' })
const answer = (all = 1): CandidatesAnswer => ({
  people: [{ helper: liang, match: { reasons: [{ about: 'skill', mind: false, skills: ['electric'] }] } }],
  teams: [{ org: { id: idOf('o', 1), name: '水电组', kind: 'team' }, members: 2, able: 1 }],
  all: { people: all, teams: 1 },
})
const offline: Trouble = { ok: false, code: 'offline', text: '没有网络，联网后再看看' }
const asked = jest.mocked(fetchCandidates)

const fields = (need: Need) => (
  <OfferFields
    need={need}
    now={noon}
    form={newForm(need)}
    errors={{}}
    reasonAsked={false}
    onChange={() => {}}
  />
)
async function show(me: Person, need = aNeed()) {
  logIn(me)
  const { rerender } = await act(async () => render(fields(need)))
  return (next: Need) => act(async () => rerender(fields(next)))
}
const picks = () => screen.queryAllByRole('checkbox').map((each) => each.getAttribute('aria-label'))

beforeEach(() => {
  emptyRecords()
  asked.mockReset()
})

test('a coordinator names people and teams whom the server ranked', async () => {
  asked.mockResolvedValue({ ok: true, candidates: answer() })
  const again = await show(coordinator)
  expect(picks()).toEqual(['梁师傅', '水电组'])
  expect(asked.mock.calls).toEqual([[aNeed().id]])
  await again(aNeed({ version: 2 }))
  expect(asked).toHaveBeenCalledTimes(2)
})

test('they read that the list is being made, and the pool stays', async () => {
  asked.mockReturnValue(new Promise(() => {}))
  await show(coordinator)
  expect(screen.getByRole('status').textContent).toContain('正在找合适的人')
  expect(screen.getByText('放到接单大厅')).toBeTruthy()
})

test('without a network they read what to do now, and try again', async () => {
  asked.mockResolvedValueOnce(offline).mockResolvedValueOnce({ ok: true, candidates: answer(300) })
  await show(coordinator)
  expect(picks()).toEqual([])
  expect(screen.getByText(/没有网络，联网后再看看。可以先放到接单大厅/)).toBeTruthy()
  await act(async () => void fireEvent.click(screen.getByRole('link', { name: '再试一次' })))
  expect(picks()).toEqual(['梁师傅', '水电组'])
})

test('what was named stays where a later question fails', async () => {
  asked.mockResolvedValueOnce({ ok: true, candidates: answer() }).mockResolvedValue(offline)
  const again = await show(coordinator)
  await again(aNeed({ version: 2 }))
  expect(picks()).toEqual(['梁师傅', '水电组'])
  expect(screen.queryByText(/没有网络/)).toBeNull()
})

test('of very many they read that only the best are named', async () => {
  asked.mockResolvedValue({ ok: true, candidates: answer(300) })
  await show(coordinator)
  expect(screen.getByText('只列最合适的 1 位，一共 300 位')).toBeTruthy()
})

test('a secretary’s phone ranks by itself, with or without a network', async () => {
  publishPeople(liang)
  await show(aHelper(aSecretary()))
  expect(picks()).toEqual(['梁师傅'])
  expect(asked).not.toHaveBeenCalled()
})
