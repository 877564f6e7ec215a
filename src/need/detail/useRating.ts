import { holdsPersonalData } from 'domain/kernel/personalData'
import { useState } from 'react'
import { useScroll } from '@/shell/frame/frame'
import type { Score } from '@/ui/Rating'
import { noteOf } from '../view/reasons'

const NO_NUMBERS = '这里有电话、证件号、车牌或账号，去掉就能送'
export const RATE_CARD = 'need-rate'

/** 评价 while it is being made: how satisfied, what for, and in which words. */
export function useRating(send: (said: { score: Score; note: string }) => boolean) {
  const [score, setScore] = useState<Score>()
  const [picked, setPicked] = useState<readonly string[]>([])
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const note = noteOf(picked, words)
  const scroll = useScroll()
  const numbers = holdsPersonalData(words)

  const choose = (next: Score) => {
    // what was good is not what was bad
    if (score !== undefined && score > 2 !== next > 2) setPicked([])
    setScore(next)
  }
  const pick = (reason: string) =>
    setPicked(picked.includes(reason) ? picked.filter((each) => each !== reason) : [...picked, reason])
  const submit = () => {
    setTried(true)
    if (score === undefined || numbers) return scroll.toId(RATE_CARD)
    send({ score, note })
  }
  return {
    score,
    choose,
    picked,
    pick,
    words,
    setWords,
    /** All of it, as 重办 takes it along. */
    note,
    submit,
    error: tried && score === undefined ? '请选一个，再确认评价' : undefined,
    problem: numbers ? NO_NUMBERS : undefined,
  }
}
export type Rate = ReturnType<typeof useRating>
