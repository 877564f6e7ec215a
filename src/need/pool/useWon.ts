import { useEffect, useState } from 'react'
import { toast } from '@/platform/dialog'
import type { NeedView } from '@/store/records'
import { isClaiming, useMyTasks } from '../store/needs'
import { titleOfNeed } from '../view/needCard'

/** Needs that this phone has claimed and not yet told of; the answer may come before the hope was ever drawn. */
const hoped = new Set<string>()

export const hopeFor = (needId: string) => void hoped.add(needId)

/** Claims that have become tasks: told once, and kept in view until put away. */
export function useWon(): { won: NeedView[]; seen: () => void } {
  const tasks = useMyTasks()
  const [wonIds, setWonIds] = useState<string[]>([])

  useEffect(() => {
    const news = tasks.filter((view) => !isClaiming(view) && hoped.has(view.need.id))
    for (const view of tasks.filter(isClaiming)) hopeFor(view.need.id) // also those of an earlier run
    for (const { need } of news) hoped.delete(need.id)
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
