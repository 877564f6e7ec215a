import { act, render } from '@testing-library/react'
import React from 'react'

const mockDropOpening = jest.fn()
jest.mock('@/platform/install', () => ({ dropOpening: mockDropOpening }))

/** What is drawn of a page, draw by draw. */
function drawsOf(env: string) {
  process.env.TARO_ENV = env
  jest.resetModules()
  jest.doMock('react', () => React) // the one that draws
  const { Later, useFrameFirst } = require('@/shell/Later') as typeof import('@/shell/Later')
  const drawn: string[] = []
  const Draw = ({ what }: { what: string }) => {
    drawn.push(what)
    return null
  }
  function Page() {
    const seen = useFrameFirst()
    return (
      <>
        {!seen && <Draw what='frame' />}
        {seen && <Draw what='seen' />}
        {seen && (
          <Later>
            <Draw what='below' />
          </Later>
        )}
      </>
    )
  }
  return () => {
    drawn.length = 0
    act(() => void render(<Page />))
    return drawn
  }
}

const env = process.env.TARO_ENV
afterEach(() => {
  process.env.TARO_ENV = env
})

test('H5 draws the frame of its very first page, then what is seen, then what lies below; every other page at once', () => {
  const draw = drawsOf('h5')
  expect(draw()).toEqual(['frame', 'seen', 'below'])
  expect(mockDropOpening).toHaveBeenCalledTimes(1)
  expect(draw()).toEqual(['seen', 'below'])
})

test('the mini-program has nothing to wait for', () => {
  expect(drawsOf('weapp')()).toEqual(['seen', 'below'])
})
