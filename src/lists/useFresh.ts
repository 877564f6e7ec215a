import { useEffect, useState } from 'react'
import type { Standing } from './standing'

/** 新: how long a row that has just come is marked. */
const FRESH_MS = 3000

/** Ids of rows that came a moment ago. */
export function useFresh({ come }: Standing): readonly string[] {
  const [fresh, setFresh] = useState<readonly string[]>([])
  useEffect(() => {
    if (come.length === 0) return
    setFresh(come)
    const timer = setTimeout(() => setFresh([]), FRESH_MS)
    return () => clearTimeout(timer)
  }, [come])
  return fresh
}
