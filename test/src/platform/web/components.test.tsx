import { act, fireEvent, render, screen } from '@testing-library/react'
import { Input, Picker, PullDownRefresh, Textarea, View } from '@/platform/web/components'
import { PULLED } from '@/platform/web/pulled'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

const wait = (ms: number) => act(() => jest.advanceTimersByTime(ms))

describe('under the finger', () => {
  test('what is touched is marked while the finger rests on it, and the innermost alone', () => {
    render(
      <View data-testid='card' hoverClass='pressed-card'>
        <View data-testid='button' hoverClass='pressed' hoverStayTime={80} />
      </View>,
    )
    const [card, button] = [screen.getByTestId('card'), screen.getByTestId('button')]
    fireEvent.touchStart(button)
    wait(60)
    expect([card.className, button.className]).toEqual(['', 'pressed'])
    fireEvent.touchEnd(button)
    wait(80)
    expect(button.className).toBe('')
  })

  test('a finger that scrolls away marks nothing and holds nothing', () => {
    const held = jest.fn()
    render(<View data-testid='brand' hoverClass='pressed' onLongPress={held} />)
    const brand = screen.getByTestId('brand')
    fireEvent.touchStart(brand)
    fireEvent.touchMove(brand)
    wait(500)
    expect(brand.className).toBe('')
    expect(held).not.toHaveBeenCalled()
  })

  test('a long press is heard once, whatever is drawn anew meanwhile', () => {
    const held = jest.fn()
    const brand = <View data-testid='brand' onLongPress={() => held()} />
    const { rerender } = render(brand)
    fireEvent.touchStart(screen.getByTestId('brand'))
    rerender(<View data-testid='brand' onLongPress={() => held()} className='new' />)
    wait(400)
    fireEvent.touchEnd(screen.getByTestId('brand'))
    expect(held).toHaveBeenCalledTimes(1)

    fireEvent.touchStart(screen.getByTestId('brand'))
    rerender(brand)
    fireEvent.touchEnd(screen.getByTestId('brand')) // before its time
    wait(400)
    expect(held).toHaveBeenCalledTimes(1)
  })
})

describe('a field', () => {
  const field = () => screen.getByRole('textbox') as HTMLInputElement

  test('says a Chinese word when it is whole, and is not disturbed while it is written', () => {
    const said = jest.fn()
    const draw = (value: string) => <Input value={value} onInput={({ detail }) => said(detail.value)} />
    const { rerender } = render(draw(''))
    fireEvent.compositionStart(field())
    fireEvent.input(field(), { target: { value: 'shui' } })
    rerender(draw('')) // something else changed
    expect(field().value).toBe('shui')
    expect(said).not.toHaveBeenCalled()
    field().value = '水'
    fireEvent.compositionEnd(field())
    expect(said).toHaveBeenLastCalledWith('水')
  })

  test('a program that is slow to draw what was typed undoes nothing when it draws something else', () => {
    const { rerender } = render(<Textarea value='漏' />)
    fireEvent.input(field(), { target: { value: '漏水' } })
    rerender(<Textarea value='漏' placeholder='说说是什么事' />)
    expect(field().value).toBe('漏水')
  })

  test('shows what it is told, such as a draft that is put back', () => {
    const { rerender } = render(<Textarea value='漏水' />)
    fireEvent.input(field(), { target: { value: '漏水了' } })
    rerender(<Textarea value='' />)
    expect(field().value).toBe('')
  })

  test('told something by the program keeps the caret before the same letters', () => {
    const { rerender } = render(<Input value='打 138 找我' />)
    field().focus()
    field().setSelectionRange(6, 6)
    rerender(<Input value='打 找我' />)
    expect([field().value, field().selectionStart]).toEqual(['打 找我', 2])
  })

  test('Enter confirms, but not the Enter that ends a Chinese word', () => {
    const confirmed = jest.fn()
    render(<Input value='水' onConfirm={({ detail }) => confirmed(detail.value)} />)
    fireEvent.keyDown(field(), { key: 'Enter', isComposing: true })
    expect(confirmed).not.toHaveBeenCalled()
    fireEvent.keyDown(field(), { key: 'Enter' })
    expect(confirmed).toHaveBeenCalledWith('水')
  })

  test('takes as many characters as a reader counts, none of them halved', () => {
    const said = jest.fn()
    render(<Input value='' maxlength={3} onInput={({ detail }) => said(detail.value)} />)
    fireEvent.input(field(), { target: { value: '👨‍👩‍👧👍🏽𰻝好' } })
    expect(said).toHaveBeenCalledWith('👨‍👩‍👧👍🏽𰻝')
    expect(field().value).toBe('👨‍👩‍👧👍🏽𰻝')
  })

  test('asks for the keys of digits and keeps a leading 0', () => {
    render(<Input type='number' value='010' />)
    expect([field().value, field().inputMode]).toEqual(['010', 'numeric'])
  })
})

test('a date is picked in the browser’s own field, and cannot be emptied', () => {
  const picked = jest.fn()
  render(
    <Picker mode='date' value='2026-11-23' onChange={({ detail }) => picked(detail.value)}>
      日期
    </Picker>,
  )
  const field = screen.getByLabelText('日期')
  fireEvent.change(field, { target: { value: '' } })
  expect(picked).not.toHaveBeenCalled()
  fireEvent.change(field, { target: { value: '2026-11-24' } })
  expect(picked).toHaveBeenCalledWith('2026-11-24')
})

describe('a page that is pulled down', () => {
  interface Pull {
    /** px to the right meanwhile */
    aside?: number
    scrollTop?: number
    /** Where what lies in it and is under the finger stands. */
    innerTop?: number
    inside?: boolean
  }
  function pulled(by: number, { aside = 0, scrollTop = 0, innerTop = 0, inside = false }: Pull = {}) {
    const refreshed = jest.fn()
    render(
      <PullDownRefresh>
        清单
        <div data-testid='inner' style={{ overflowY: 'auto' }} />
      </PullDownRefresh>,
    )
    const content = screen.getByText('清单')
    const inner = screen.getByTestId('inner')
    inner.scrollTop = innerTop
    const target = inside ? inner : content
    const page = content.parentElement as HTMLElement & { __page?: object }
    page.__page = { onPullDownRefresh: refreshed }
    page.scrollTop = scrollTop
    fireEvent.touchStart(target, { touches: [{ clientX: 100, clientY: 100 }] })
    const scrolls = fireEvent.touchMove(target, { touches: [{ clientX: 100 + aside, clientY: 100 + by }] })
    const during = content.style.transform
    fireEvent.touchEnd(target)
    return { content, refreshed, during, scrolls }
  }

  test('follows, asks once it is let go, and goes back when it has been told', () => {
    const { content, refreshed, during } = pulled(120)
    expect(during).toBe('translateY(60px)')
    expect(refreshed).toHaveBeenCalledTimes(1)
    expect(content.style.transform).toBe('translateY(50px)')
    act(() => void window.dispatchEvent(new Event(PULLED)))
    expect(content.style.transform).toBe('')
  })

  test('follows a finger on what has been scrolled back to its top', () => {
    expect(pulled(120, { inside: true }).refreshed).toHaveBeenCalledTimes(1)
  })

  test.each<[string, number, Pull, boolean]>([
    ['too short', 60, {}, false],
    ['from further down, where it scrolls', 300, { scrollTop: 40 }, true],
    ['upwards, where it scrolls', -200, {}, true],
    ['on what lies in it and still scrolls', 300, { inside: true, innerTop: 40 }, true],
    ['sideways', 60, { aside: 200 }, true],
  ])('asks nothing when it was %s', (_, by, how, scrolling) => {
    const { content, refreshed, scrolls } = pulled(by, how)
    expect(scrolls).toBe(scrolling)
    expect(refreshed).not.toHaveBeenCalled()
    expect(content.style.transform).toBe('')
  })
})

describe('what catches a finger', () => {
  function moved(by: number, scrollTop: number) {
    render(
      <View catchMove data-testid='sheet'>
        <div data-testid='body' style={{ overflowY: 'auto' }} />
      </View>,
    )
    const body = screen.getByTestId('body')
    Object.defineProperties(body, { scrollHeight: { value: 300 }, clientHeight: { value: 100 } })
    body.scrollTop = scrollTop
    fireEvent.touchStart(body, { touches: [{ clientX: 0, clientY: 100 }] })
    return fireEvent.touchMove(body, { touches: [{ clientX: 0, clientY: 100 + by }] })
  }

  test.each([
    ['down, from its middle', 50, 100, true],
    ['up, from its middle', -50, 100, true],
    ['down, at its top', 50, 0, false],
    ['up, at its end', -50, 200, false],
  ])('lets what lies in it scroll, and nothing behind: %s', (_, by, scrollTop, scrolls) => {
    expect(moved(by, scrollTop)).toBe(scrolls)
  })
})
