import { useEffect, useRef, useState } from 'react'
import { toast } from '@/platform/dialog'
import { isClaiming, useMyTasks } from '@/store/needs'
import type { NeedView } from '@/store/records'
import { titleOfNeed } from '@/view/needCard'

/** Claims that were waiting a moment ago and are tasks now: told once, and kept in view until put away. */
export function useWon(): { won: NeedView[]; seen: () => void } {
  const tasks = useMyTasks()
  const claiming = useRef(new Set<string>())
  const [wonIds, setWonIds] = useState<string[]>([])

  useEffect(() => {
    const news = tasks.filter((view) => !isClaiming(view) && claiming.current.has(view.need.id))
    claiming.current = new Set(tasks.filter(isClaiming).map((view) => view.need.id))
    const [first] = news
    if (!first) return
    toast(`接到了：${titleOfNeed(first)}`)
    setWonIds((before) => [...before, ...news.map((view) => view.need.id)])
  }, [tasks])

  return {
    won: tasks.filter((view) => wonIds.includes(view.need.id)),
    seen: () => setWonIds([]),
  }
}
