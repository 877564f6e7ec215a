import type { Instant } from 'domain/kernel/time'
import type { Relation } from 'domain/need/relations'
import { movedSitting } from '@/listing/view/sitting'
import type { NeedView } from '@/store/records'
import { statusFace } from '../status'

/** The requester confirms and rates; who placed it for them, or asked for the same, waits for that with them. */
function tellOf({ need, mine }: NeedView) {
  const { told, others = told, toldTo } = statusFace(need)
  const asked: readonly Relation[] = toldTo === 'requester' ? ['requester'] : ['requester', 'placer', 'asker']
  return mine?.as.some((each) => asked.includes(each)) ? told : others
}

/** The first line of a need: what is the case now, in one sentence (先说结果，再给细节). */
export function needHeadline(view: NeedView, now: Instant): string {
  if (view.local) return '已存好，联网后自动送出。现在可以关掉手机'
  if (view.waiting.some((each) => each.action === 'claim')) return '已替您报名接单，送到后就知道结果'
  const moved = movedSitting(view)
  if (moved) return moved.now ? `这一场改到${moved.now}，看看合不合适` : '这一场取消了，名额可以退掉'
  return tellOf(view)(view, now)
}

/** Below this many characters a line reads well as it is. */
const SHORT = 9

/** A sentence in two lines of its own, broken at the comma nearest to its middle. */
export function inLines(text: string): string[] {
  const commas = text.split('').flatMap((sign, at) => ('，。'.includes(sign) ? [at + 1] : []))
  const inner = commas.filter((at) => at > 2 && at < text.length)
  if (text.length <= SHORT || inner.length === 0) return [text]
  const middle = (at: number) => Math.abs(at - text.length / 2)
  const at = inner.reduce((best, each) => (middle(each) < middle(best) ? each : best))
  return [text.slice(0, at), text.slice(at)]
}
