import { useEffect, useRef, useState } from 'react'
import { fetchNeed, followed, type Trouble } from '@/client'
import { useDidShow } from '@/platform/hooks'
import { useAppState } from '@/store/appState'
import type { NeedView } from '@/store/records'

/** A need that this phone does not follow, such as a shared one, is asked for by id each time it is looked at. */
export function useLoaded(id: string, view: NeedView | undefined) {
  const ready = useAppState((state) => state.ready)
  const who = useAppState((state) => state.person?.id)
  const [trouble, setTrouble] = useState<Trouble>()
  const [round, setRound] = useState(0)
  const seen = useRef(false)
  const again = () => setRound((count) => count + 1)
  useDidShow(() => {
    if (seen.current) again()
    seen.current = true
  })
  const held = view !== undefined
  const heldBefore = useRef(held)
  const local = view?.local ?? false
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks once more, `held` when it is gone, `who` for other eyes
  useEffect(() => {
    const came = held && !heldBefore.current
    heldBefore.current = held
    if (!ready || local || came || followed(id)) return
    let left = false
    setTrouble(undefined)
    void fetchNeed(id).then((answer) => {
      if (!left && !answer.ok) setTrouble(answer)
    })
    return () => {
      left = true
    }
  }, [id, ready, who, held, local, round])
  return { trouble, again }
}
