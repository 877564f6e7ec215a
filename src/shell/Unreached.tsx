import { useEffect, useState } from 'react'
import { refresh } from '@/client'
import { lineText } from '@/format/times'
import { useAppState } from '@/store/appState'
import { useNow } from '@/store/clock'
import { Link } from '@/ui/Link'
import { Note } from '@/ui/Note'

/** Most answers are there within it. */
const PATIENCE_MS = 8000

/** 没连上，内容还在: there is a network, but the server does not answer, and what is shown was kept before. */
export function Unreached() {
  const now = useNow()
  const { filled, lastSyncAt, online } = useAppState()
  const cut = useAppState(({ sync }) => sync === 'offline' || sync === 'stalled')
  const [late, setLate] = useState(false)
  useEffect(() => {
    setLate(false)
    if (!cut) return
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [cut])
  if (!late || !online || !filled || !lastSyncAt) return null
  return (
    <Note tone='warn'>
      没连上，内容还在。下面是 {lineText(lastSyncAt, now)} 存下的清单
      <Link text='再试一次' onTap={() => void refresh()} />
    </Note>
  )
}
