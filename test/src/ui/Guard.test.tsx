import { fireEvent, render, screen } from '@testing-library/react'
import { Guard } from '@/ui/Guard'

const onError = jest.fn()
let broken = true
function Row({ text }: { text: string }) {
  if (broken && text === 'bad') throw new Error('cannot')
  return <div>{text}</div>
}
const guarded = (text: string) => (
  <Guard
    of={text}
    onError={onError}
    instead={(again) => (
      <button type='button' onClick={again}>
        again
      </button>
    )}
  >
    <Row text={text} />
  </Guard>
)

beforeEach(() => {
  broken = true
  onError.mockClear()
  jest.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => jest.restoreAllMocks())

test('what cannot be drawn takes itself and nothing beside it, and is told', () => {
  render(
    <div>
      {guarded('good')}
      {guarded('bad')}
    </div>,
  )
  expect(screen.getByText('good')).toBeTruthy()
  expect(screen.getByText('again')).toBeTruthy()
  expect(onError).toHaveBeenCalledTimes(1)
})

test('it is tried again at a tap, and by itself when there is something else to draw', () => {
  const { rerender } = render(guarded('bad'))
  fireEvent.click(screen.getByText('again'))
  expect(screen.getByText('again')).toBeTruthy()
  broken = false
  fireEvent.click(screen.getByText('again'))
  expect(screen.getByText('bad')).toBeTruthy()
  broken = true
  rerender(guarded('bad'))
  expect(screen.getByText('again')).toBeTruthy()
  rerender(guarded('better'))
  expect(screen.getByText('better')).toBeTruthy()
})
