import { View } from '@tarojs/components'
import { type ReactNode, useEffect, useState } from 'react'
import { NewPill } from '@/components/NewPill'
import { usePageScroll } from '@/platform/hooks'
import { scrollPageTo, scrollToTop } from '@/platform/scroll'
import { CHUNK, chunkId, type Place, useChunks } from './useChunks'
import { useSettled } from './useSettled'
import './lists.css'

const AWAY_PX = 240

interface LongListProps<T> {
  rows: T[]
  idOf: (row: T) => string
  place: Place
  /** False for one that grows only where people ask for more. */
  live: boolean
  /** 有 3 件新需求 */
  newText: (count: number) => string
  draw: (row: T, fresh: boolean) => ReactNode
  /** Under the last row. */
  end?: ReactNode
}

/**
 * A list of any length that moves by itself, but never under the eyes of somebody who reads further down.
 * Mounted anew for another list or filter, it goes to where somebody was in it.
 */
export function LongList<T>({ rows, idOf, place, live, newText, draw, end }: LongListProps<T>) {
  const [away, setAway] = useState(place.scrollTop > AWAY_PX)
  usePageScroll(({ scrollTop }) => setAway(scrollTop > AWAY_PX))
  const settled = useSettled(rows, idOf, away, live)
  const [start] = useState(place.scrollTop)
  useEffect(() => scrollPageTo(start), [start])
  const { drawn, heightOf, complete } = useChunks(settled.rows.length, place)

  return (
    <View>
      <View className='lists-pill'>
        {settled.waiting > 0 && <NewPill text={newText(settled.waiting)} onTap={scrollToTop} />}
      </View>
      <View>
        {drawn.map((near, chunk) => (
          <View
            key={chunkId(chunk)}
            id={chunkId(chunk)}
            className='list-chunk'
            style={near ? {} : { height: `${heightOf(chunk)}px` }}
          >
            {near &&
              settled.rows
                .slice(chunk * CHUNK, (chunk + 1) * CHUNK)
                .map((row) => draw(row, settled.fresh.has(idOf(row))))}
          </View>
        ))}
      </View>
      <View>{complete && end}</View>
    </View>
  )
}
