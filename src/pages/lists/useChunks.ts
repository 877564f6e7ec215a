import { useEffect, useState } from 'react'
import { usePageScroll, useReachBottom } from '@/platform/hooks'
import { heightsOf } from '@/platform/scroll'

/** Cards that are drawn, or left out, together. */
export const CHUNK = 6
/** Chunks at first, and more at the end of the page. */
const FIRST = 4
const MORE = 2
const CARD_PX = 170
/** What is drawn beside the screen itself, above and below. */
const ABOVE_PX = 700
const BELOW_PX = 1700

/** Where somebody is in a list; outlives a look at another one. */
export interface Place {
  scrollTop: number
  chunks: number
  /** In px, of chunks that were drawn before. */
  heights: number[]
}

export const startPlace = (): Place => ({ scrollTop: 0, chunks: FIRST, heights: [] })

const heightOf = (place: Place, chunk: number) => place.heights[chunk] ?? CHUNK * CARD_PX

function visible(place: Place, count: number): boolean[] {
  let top = 0
  return Array.from({ length: count }, (_, chunk) => {
    const bottom = top + heightOf(place, chunk)
    const near = bottom > place.scrollTop - ABOVE_PX && top < place.scrollTop + BELOW_PX
    top = bottom
    return near || place.heights[chunk] === undefined
  })
}

export const chunkId = (chunk: number) => `chunk-${chunk}`

/**
 * Keeps a page small, however long its list: more rows come at its end, and those far from the screen leave
 * their room behind and nothing else.
 */
export function useChunks(rows: number, place: Place) {
  const [, draw] = useState(0)
  const drawAnew = () => draw((count) => count + 1)
  const all = Math.ceil(rows / CHUNK)
  const count = Math.min(all, place.chunks)
  const drawn = visible(place, count)

  usePageScroll(({ scrollTop }) => {
    place.scrollTop = scrollTop
    if (visible(place, count).some((near, chunk) => near !== drawn[chunk])) drawAnew()
  })
  useReachBottom(() => {
    if (place.chunks >= all) return
    place.chunks += MORE
    drawAnew()
  })
  useEffect(() => {
    void heightsOf('list-chunk').then((heights) => {
      drawn.forEach((near, chunk) => {
        const height = heights.get(chunkId(chunk))
        if (near && height) place.heights[chunk] = height
      })
    })
  })
  return { drawn, heightOf: (chunk: number) => heightOf(place, chunk), complete: count === all }
}
