import { useEffect, useRef, useState } from 'react'
import { refresh } from '@/client'
import { goTo } from '@/platform/navigation'
import { useAppState, useAttentionCount, useWaitingCount } from '@/store/appState'
import { SyncBanner } from '@/ui/SyncBanner'
import { requireLogIn } from './logIn/requireLogIn'

/** Most commands arrive within this; only what takes longer is worth a banner. */
const QUIET_MS = 1000
const SENT_MS = 2000

const openOutbox = () => goTo('/pages/outbox/index')
const tryNow = () => void refresh()

/**
 * 同步横幅: at most one sentence, the one that matters most.
 * @param inOutbox on 待发箱 itself, which shows what waits and what was refused
 */
export function AppBanner({ inOutbox }: { inOutbox: boolean }) {
  const sync = useAppState((state) => state.sync)
  const waiting = useWaitingCount()
  const attention = useAttentionCount()
  const delivery = useDelivery(waiting > 0)

  // 待发箱 says it in a card of its own.
  if (inOutbox && (sync === 'tooOld' || sync === 'loginNeeded')) return null
  if (sync === 'tooOld')
    return <SyncBanner state='refused' text='版本太旧，请更新。没送出的内容都还在' onTap={openOutbox} />
  if (sync === 'loginNeeded') {
    return (
      <SyncBanner state='refused' text='请重新登录一次，写好的内容都还在' onTap={() => void requireLogIn()} />
    )
  }
  if (attention > 0 && !inOutbox) return <SyncBanner state='refused' count={attention} onTap={openOutbox} />
  if (sync === 'offline') {
    const shown = inOutbox ? 0 : waiting
    return <SyncBanner state='offline' count={shown} onTap={shown > 0 ? openOutbox : tryNow} />
  }
  if (sync === 'stalled') {
    return (
      <SyncBanner
        state='offline'
        count={inOutbox ? 0 : waiting}
        text={inOutbox ? '还没连上，内容都存在手机里' : `还没连上，${waiting} 件存在手机里`}
        onTap={inOutbox ? tryNow : openOutbox}
      />
    )
  }
  if (delivery === 'sending') return <SyncBanner state='sending' count={waiting} />
  return delivery === 'sent' ? <SyncBanner state='sent' /> : null
}

/** `sending` once something waits for a while, then `sent` for a moment; nothing where it was quick. */
function useDelivery(waiting: boolean) {
  const [shown, setShown] = useState<'sending' | 'sent' | undefined>()
  const slow = useRef(false)
  useEffect(() => {
    const after = (ms: number, run: () => void) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    }
    if (waiting) {
      return after(QUIET_MS, () => {
        slow.current = true
        setShown('sending')
      })
    }
    if (!slow.current) return
    slow.current = false
    setShown('sent')
    return after(SENT_MS, () => setShown(undefined))
  }, [waiting])
  return shown
}
