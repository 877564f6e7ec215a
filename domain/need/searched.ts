import { termsOf } from '../category/category'
import type { Need } from './need'
import type { NeedSummary } from './needRow'

/** What anybody finds a need by who may read its summary; besides, each finds it by its number. */
export const searchedInSummary = (summary: Pick<NeedSummary, 'text' | 'categoryCode' | 'terms'>) => [
  summary.text,
  termsOf(summary).name,
]

/** What staff and those whose own it is find it by besides, where the summary says something else. */
export const searchedInWhole = ({ title }: Pick<Need, 'title'>, { text }: Pick<NeedSummary, 'text'>) =>
  title === text ? [] : [title]
