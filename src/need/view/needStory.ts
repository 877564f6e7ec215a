import { type Instant, minutesBetween } from 'domain/kernel/time'
import type { NeedAction } from 'domain/need/moves'
import { type Need, type NeedEvent, served } from 'domain/need/need'
import { lineText, spanText } from '@/format/times'
import { serviceTimeText } from '@/person/person'
import { findCategory } from '@/store/catalogue'
import type { NeedView } from '@/store/records'
import { yesNo } from '../place/yesNo'

/** The newest event of a kind, such as the one that says why it was rejected. */
export const lastEvent = ({ events = [] }: NeedView, action: NeedAction): NeedEvent | undefined =>
  [...events].reverse().find((event) => event.action === action)

/** 哪里有问题：漏水, as asked and answered; questions without an answer are left out. */
export function answerLines({ categoryCode, answers }: Need): string[] {
  return (findCategory(categoryCode)?.questions ?? []).flatMap(({ key, label }) => {
    const given = answers[key]
    if (given === undefined || given === '') return []
    const said = typeof given === 'boolean' ? yesNo(label)[given ? 'yes' : 'no'] : String(given)
    return [`${label}：${said}`]
  })
}

/** The words of somebody who orders a listed service and has nothing to add. */
export const orderWords = (title: string) => `报名：${title}`

/** The words as a heading and the rest: a title that was made of the first sentence is not said twice. */
export function saidParts({ title, words }: Pick<Need, 'title' | 'words'>): { head: string; rest: string } {
  const told = words.trim()
  if (told === orderWords(title)) return { head: title, rest: '' }
  const start = title.replace(/…$/, '')
  if (!told.startsWith(start)) return { head: title, rest: told }
  const first = told.split(/[。！？!?\n；;]/, 1)[0] ?? told
  const head = title === start ? title : first.length <= 60 ? first : title
  const rest = head.endsWith('…') ? told : told.slice(head.length)
  return { head, rest: rest.replace(/^[。！？!?\n；;，,\s]+/, '') }
}

/** 用时 42 分钟, of who says that it is done. */
export function tookText(need: Need, event: NeedEvent): string | undefined {
  if (!served(need, event.byId)) return undefined
  const took = need.assignments.find((each) => each.personId === event.byId && each.outcome === 'finished')
  return took?.servedMin ? `用时 ${serviceTimeText(took.servedMin)}` : undefined
}

/** 提交到办好用了 2 小时 33 分; while it goes on, when it was ordered. */
export function spentText({ placedAt, servedAt }: Need, now: Instant): string {
  if (!servedAt) return `${lineText(placedAt, now)} 提交`
  return `提交到办好用了 ${spanText(minutesBetween(placedAt, servedAt))}`
}

/** What happens when nobody rates, and until when one may come back. */
export function ratingNote({ categoryCode }: Need): string | undefined {
  const category = findCategory(categoryCode)
  if (!category) return undefined
  const { rateWithinDays, reopenWithinDays } = category
  return `${rateWithinDays} 天内没确认会自动办结，之后 ${reopenWithinDays} 天内仍可要求重办`
}
