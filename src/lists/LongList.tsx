import { View } from '@tarojs/components'
import { memo, type ReactNode, useEffect, useMemo, useState } from 'react'
import { useScroll } from '@/shell/frame/frame'
import { Guarded } from '@/shell/Guarded'
import { NewPill } from '@/ui/NewPill'
import { beginAgain, type Position } from './positions'
import { type Standing, settle } from './standing'
import { useFresh } from './useFresh'
import { chunkId, HEAD_ID, useWindow } from './useWindow'
import { CHUNK, heightOf } from './window'
import './lists.css'

const AWAY_PX = 60

interface LongListProps<T> {
  /** Of the rows that belong in the list now, in its order. */
  ids: readonly string[]
  rowOf: (id: string) => T | undefined
  place: Position
  /** False for one that grows only where people ask for more. */
  live: boolean
  /** 有 3 件新需求 */
  newText: (count: number) => string
  draw: (row: T, fresh: boolean) => ReactNode
  /** Under the last row. */
  end?: ReactNode
  /** How many rows have come a moment ago. */
  onCome?: ((count: number) => void) | undefined
}

/**
 * A list of any length that moves by itself, but never under the eyes of somebody who reads further down.
 * Mounted anew for another list or filter, it goes to where somebody was in it. Every row has a place of its
 * own that stays when the row leaves: whatever comes or goes, WeChat is sent no other row again.
 */
export function LongList<T>(props: LongListProps<T>) {
  const { ids, rowOf, place, live, newText, draw, end, onCome } = props
  const [start] = useState(() => beginAgain(place, AWAY_PX))
  const [away, setAway] = useState(start > AWAY_PX)
  const scroll = useScroll()
  scroll.useScrolled((scrollTop) => setAway(scrollTop > AWAY_PX))
  useEffect(() => scroll.to(start), [scroll, start])

  const before = place.standing
  const standing = useMemo(() => settle(before, ids, { away, live }), [before, ids, away, live])
  useEffect(() => {
    place.standing = standing
  }, [place, standing])
  const fresh = useFresh(standing)
  useEffect(() => onCome?.(fresh.length), [fresh, onCome])

  const { head, body, waiting } = standing
  const drawn = useWindow(body.length, place)
  const toTop = () => {
    setAway(false)
    scroll.to(0)
  }

  return (
    <View>
      <View className='lists-pill'>{waiting > 0 && <NewPill text={newText(waiting)} onTap={toTop} />}</View>
      <View id={HEAD_ID} className='list-drawn'>
        {head.map((id) => (
          <View key={id} className='list-row'>
            {rowAt(id, { fresh, rowOf, draw })}
          </View>
        ))}
      </View>
      <View>
        {drawn.map((near, chunk) => (
          <Chunk
            key={chunkId(chunk)}
            chunk={chunk}
            room={near ? undefined : heightOf(place, chunk)}
            {...{ body, fresh, rowOf, draw }}
          />
        ))}
      </View>
      <View>{drawn.length * CHUNK >= body.length && end}</View>
    </View>
  )
}

type Draws<T> = Pick<LongListProps<T>, 'rowOf' | 'draw'> & { fresh: readonly string[] }

function rowAt<T>(id: string | undefined, { fresh, rowOf, draw }: Draws<T>) {
  const row = id === undefined ? undefined : rowOf(id)
  if (!row) return null
  return (
    <Guarded part='row' of={row}>
      {draw(row, fresh.includes(id as string))}
    </Guarded>
  )
}

interface ChunkProps<T> extends Draws<T> {
  chunk: number
  body: Standing['body']
  /** px that it leaves behind where it is not drawn */
  room: number | undefined
}

/** While somebody scrolls only those are drawn that come or go: at the end of a long list there are hundreds. */
const Chunk = memo(function Chunk<T>({ chunk, body, room, ...draws }: ChunkProps<T>) {
  const drawn = room === undefined
  return (
    <View
      id={chunkId(chunk)}
      className={drawn ? 'list-chunk list-drawn' : 'list-chunk'}
      style={drawn ? {} : { height: `${room}px` }}
    >
      {drawn &&
        body.slice(chunk * CHUNK, (chunk + 1) * CHUNK).map((id, at) => (
          <View key={keyAt(at)} className='list-row'>
            {rowAt(id, draws)}
          </View>
        ))}
    </View>
  )
}) as <T>(props: ChunkProps<T>) => ReactNode

/** By place, not by row: the place stays when its row leaves. */
const keyAt = (at: number) => `row-${at}`
