import type { NeedAction } from 'domain/need/moves'
import { useState } from 'react'
import { send } from '@/client'
import { toast } from '@/platform/dialog'
import { useFrame } from '@/shell/frame/frame'
import { ELDER_UNDO_MS } from '@/shell/undo'
import { useAppState } from '@/store/appState'
import { useElder } from '@/store/preferences'
import type { NeedView } from '@/store/records'
import type { Said } from '../face'
import { askOf, doneText } from '../view/actions'
import { moveOf, onDesk } from './moveOf'

/** Takes an action: at once, after its sheet has asked, or on the dispatcher's page. */
export function useMove(view: NeedView | undefined) {
  const frame = useFrame()
  const elder = useElder()
  const [asking, setAsking] = useState<NeedAction>()
  const [problem, setProblem] = useState<string>()

  const act = (action: NeedAction, said: Said = {}): boolean => {
    if (!view) return false
    const held = elder ? { holdMs: ELDER_UNDO_MS } : undefined
    const sent = send('need.move', moveOf(view.need.id, action, said), held)
    setProblem(sent.ok ? undefined : sent.text)
    if (!sent.ok) return false
    setAsking(undefined)
    const done = doneText(view.need, action, useAppState.getState().online)
    if (done && !elder) toast(done) // where it can be taken back, the bar that offers this says it too
    return true
  }

  const start = (action: NeedAction) => {
    if (!view) return
    setProblem(undefined)
    const { id } = view.need
    if (onDesk(action))
      frame.open('/desk/dispatch/index', action === 'dispatch' ? { id } : { id, ask: action })
    else if (askOf(view.need, action)) setAsking(action)
    else if (!act(action)) setAsking(action)
  }

  return { asking, problem, start, act, close: () => setAsking(undefined) }
}
