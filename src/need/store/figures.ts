import { type Figures, type FiguresAnswer, figuresAnswer } from 'domain/api'
import { type AreaCode, contains } from 'domain/kernel/area'
import { create } from 'zustand'
import { setIfRoom } from '@/platform/setIfRoom'
import { storage } from '@/platform/storage'

export type Counted = Omit<Figures, 'area'>

/** What the server counted last, by person; outlives the app. */
const useAnswers = create<Record<string, FiguresAnswer | undefined>>(() => ({}))
const keyOf = (personId: string) => `xf/${personId}/figures`

export function keepFigures(personId: string, answer: FiguresAnswer): void {
  useAnswers.setState({ [personId]: answer })
  setIfRoom(storage, keyOf(personId), JSON.stringify(answer))
}

function remembered(personId: string): FiguresAnswer | undefined {
  const text = storage.get(keyOf(personId))
  try {
    return text ? figuresAnswer.parse(JSON.parse(text)) : undefined
  } catch {
    return undefined // of another build
  }
}

/** Undefined where the server was never asked. */
export const useFigures = (personId: string | undefined): FiguresAnswer | undefined =>
  useAnswers((all) => {
    if (!personId) return undefined
    if (!(personId in all)) all[personId] = remembered(personId)
    return all[personId]
  })

/** Over all communities and grids within some areas. */
export function sumOf({ areas }: FiguresAnswer, within: readonly AreaCode[]): Counted {
  const sum: Counted = { open: 0, placed: 0, soon: 0, late: 0, redo: 0 }
  for (const { area, ...counted } of areas) {
    if (!within.some((each) => contains(each, area))) continue
    for (const name of Object.keys(sum) as (keyof Counted)[]) sum[name] += counted[name]
  }
  return sum
}
