import { useEffect, useState } from 'react'
import { useSession } from '@/store/session'
import { fetchNeed, type Trouble } from '@/sync'

/** A need that this phone does not hold, such as a shared one, is asked for by id. */
export function useLoaded(id: string, held: boolean) {
  const ready = useSession((state) => state.ready)
  const [trouble, setTrouble] = useState<Trouble>()
  const [round, setRound] = useState(0)
  const again = () => setRound((count) => count + 1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks once more
  useEffect(() => {
    if (!ready || held) return
    let left = false
    setTrouble(undefined)
    void fetchNeed(id).then((answer) => {
      if (!left && !answer.ok) setTrouble(answer)
    })
    return () => {
      left = true
    }
  }, [id, ready, held, round])
  return { trouble, again }
}
