import { useEffect, useState } from 'react'
import { useScroll } from '@/shell/frame/frame'
import { useLater } from '@/shell/Later'
import type { Position } from './positions'
import { atEnd, CHUNK, heightOf, near, reach } from './window'

export const HEAD_ID = 'list-head'
export const chunkId = (chunk: number) => `list-chunk-${chunk}`

/** Of a list of any length, the chunks that are drawn; those far from the screen leave their room behind. */
export function useWindow(rows: number, place: Position) {
  const [, redraw] = useState(0)
  const all = Math.ceil(rows / CHUNK)
  const scroll = useScroll()
  const below = useLater()
  place.reached = below ? reach(place, all) : Math.min(1, all)
  const drawn = near(place)
  const shape = drawn.map(Number).join('')

  const look = () => {
    const reached = reach(place, all)
    if (reached !== drawn.length || near({ ...place, reached }).some((each, chunk) => each !== drawn[chunk]))
      redraw((count) => count + 1)
  }
  scroll.useScrolled((scrollTop) => {
    place.scrollTop = scrollTop
    look()
  })
  scroll.useNearEnd(() => {
    place.scrollTop = atEnd(place)
    look()
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when other chunks are drawn
  useEffect(() => {
    void scroll.heightsOf('list-drawn').then((heights) => {
      place.headHeight = heights.get(HEAD_ID) ?? 0
      drawn.forEach((each, chunk) => {
        if (each) place.heights[chunk] = heights.get(chunkId(chunk)) ?? heightOf(place, chunk)
      })
    })
  }, [shape])
  return drawn
}
