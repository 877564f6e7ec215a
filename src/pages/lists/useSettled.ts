import { useEffect, useRef, useState } from 'react'

const FRESH_MS = 3000

interface Settled<T> {
  rows: T[]
  /** How many have come that are not shown yet. */
  waiting: number
  /** Ids of those that have just come. */
  fresh: ReadonlySet<string>
}

const NONE: ReadonlySet<string> = new Set()

/**
 * Nothing moves under the eyes of somebody who has scrolled down: what comes meanwhile waits until they are at
 * the top again. There it stands first, whatever its age, and is marked as new for a moment.
 * @param away whether they have scrolled down
 * @param live false for a list that grows only where they ask for more
 */
export function useSettled<T>(rows: T[], idOf: (row: T) => string, away: boolean, live: boolean): Settled<T> {
  const known = useRef<ReadonlySet<string>>(NONE)
  const [fresh, setFresh] = useState(NONE)
  const before = known.current
  const come = live && before.size > 0 ? rows.map(idOf).filter((id) => !before.has(id)) : []
  const held = away && come.length > 0
  const newest = held ? '' : come.join()
  const lifted = useRef<string[]>([])
  if (newest !== '') lifted.current = [...come, ...lifted.current.filter((id) => !come.includes(id))]

  useEffect(() => {
    if (!held) known.current = new Set(rows.map(idOf))
  })
  useEffect(() => {
    if (newest !== '') setFresh(new Set(newest.split(',')))
  }, [newest])
  useEffect(() => {
    if (fresh.size === 0) return
    const timer = setTimeout(() => setFresh(NONE), FRESH_MS)
    return () => clearTimeout(timer)
  }, [fresh])

  const shown = held ? rows.filter((row) => before.has(idOf(row))) : rows
  return {
    rows: firstOf(shown, idOf, lifted.current),
    waiting: held ? come.length : 0,
    fresh,
  }
}

function firstOf<T>(rows: T[], idOf: (row: T) => string, ids: string[]): T[] {
  if (ids.length === 0) return rows
  const byId = new Map(rows.map((row) => [idOf(row), row]))
  const first = ids.flatMap((id) => byId.get(id) ?? [])
  return [...first, ...rows.filter((row) => !ids.includes(idOf(row)))]
}
