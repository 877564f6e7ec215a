import type { useLists } from '@/lists/listChoices'
import type { useAppState } from '@/store/appState'

const mockKept = new Map<string, string>()
jest.mock('@/platform/storage', () => ({
  storage: {
    get: (key: string) => mockKept.get(key),
    set: (key: string, text: string) => void mockKept.set(key, text),
  },
}))

type Choices = typeof import('@/lists/listChoices')
type Session = { useAppState: typeof useAppState }

/** The app as it starts; whoever was logged in still is. */
function start(person?: string) {
  jest.resetModules()
  const session = require('@/store/appState') as Session
  session.useAppState.setState({ person: person === undefined ? undefined : { id: person, displayName: '' } })
  return { ...(require('@/lists/listChoices') as Choices), ...session }
}
const chosen = ({ useLists: lists }: { useLists: typeof useLists }) => lists.getState().choices

beforeEach(() => mockKept.clear())

test('a filter outlives a restart, each list has its own, and so has the list in front', () => {
  const app = start('li')
  app.choose({ status: undefined, when: 'weekend' })
  app.showList('service')
  app.choose({ categoryCode: 'service-health' })
  const again = start('li')
  expect(again.useLists.getState().list).toBe('service')
  expect(chosen(again)).toEqual({
    need: { when: 'weekend' },
    resource: {},
    service: { categoryCode: 'service-health' },
  })
})

test('somebody else on this phone has their own, and the first finds theirs again', () => {
  const app = start('li')
  app.choose({ scope: 'town' })
  app.useAppState.setState({ person: { id: 'chen', displayName: '' } })
  expect(chosen(app).need).toEqual({ status: 'dispatched' })
  app.choose({ kind: 'wish' })
  app.useAppState.setState({ person: undefined })
  expect(chosen(app).need).toEqual({ status: 'dispatched' })
  app.useAppState.setState({ person: { id: 'li', displayName: '' } })
  expect(chosen(app).need).toEqual({ status: 'dispatched', scope: 'town' })
})

test('what was torn while being written is as at the first start', () => {
  mockKept.set('xf/lists/li', '{"list":"ser')
  expect(chosen(start('li')).need).toEqual({ status: 'dispatched' })
})
