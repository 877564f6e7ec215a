import { startPlaceFor } from '@/need/place/startPlace'
import { switchTab } from '@/platform/navigation'
import { clearPlaceDraft, useDrafts, writePlaceDraft } from '@/store/drafts'

jest.mock('@/platform/navigation', () => ({ switchTab: jest.fn() }))

const draft = () => useDrafts.getState().place

beforeEach(() => useDrafts.setState({ place: {}, aside: [] }))

test('who opens the card of an old person comes to the form, with whom it is for', () => {
  startPlaceFor('李阿姨')
  expect(draft().placedFor).toMatchObject({ alias: '李阿姨' })
  expect(switchTab).toHaveBeenCalledWith('/pages/place/index')
})

test('what they were writing for themselves comes back after it', () => {
  writePlaceDraft({ words: '客厅灯不亮了' })
  startPlaceFor('李阿姨')
  expect(draft().words).toBeUndefined()
  clearPlaceDraft()
  expect(draft()).toMatchObject({ words: '客厅灯不亮了' })
  expect(draft().placedFor).toBeUndefined()
})
