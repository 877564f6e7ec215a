import { useEffect, useState } from 'react'
import { useAppState } from '@/store/appState'

/** After so long a skeleton becomes a word about what is wrong. */
const PATIENCE_MS = 8000

/** How the rows of the community in view stand: there, on their way, or out of reach. */
export function useFilling(): 'filled' | 'coming' | 'unreachable' {
  const state = useAppState(({ ready, filled, sync }) => {
    if (ready && filled) return 'filled'
    return ready && sync === 'offline' ? 'unreachable' : 'coming'
  })
  const [late, setLate] = useState(false)
  useEffect(() => {
    setLate(false)
    if (state !== 'coming') return
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [state])
  return state === 'coming' && late ? 'unreachable' : state
}
