import { found } from './personalData'
import { type Normalised, normalised } from './text'
import type { Found } from './writtenIds'

/** The same text with such numbers cut out (去掉号码), and the first mobile number among them. */
export function withoutPersonalData(text: string): { text: string; phone?: string } {
  let rest = text
  let phone: string | undefined
  for (;;) {
    const known: Normalised = normalised(rest)
    const all = found(known.text)
    if (all.length === 0) break
    phone ??= all.find(({ mobile }) => mobile)?.mobile
    rest = cut(rest, known, all)
  }
  return phone ? { text: rest.trim(), phone } : { text: rest.trim() }
}

function cut(text: string, { from }: Normalised, all: readonly Found[]): string {
  let kept = ''
  let reached = 0
  for (const { from: start, to } of all) {
    const [begin, end] = [from[start] ?? text.length, from[to] ?? text.length]
    if (end <= reached) continue
    kept = reached === 0 ? text.slice(0, begin) : seam(kept, text.slice(reached, Math.max(begin, reached)))
    reached = end
    if (/[(（【[]\s*$/.test(kept) && /[)）】\]]/.test(text.slice(begin, end + 1))) {
      kept = kept.replace(/[(（【[]\s*$/, '')
      if (/[)）】\]]/.test(text[end] ?? '')) reached++
    }
  }
  return seam(kept, text.slice(reached))
}

/** Two ends of a text with nothing between them any more: one sign stays of those that stood on both sides. */
function seam(before: string, after: string): string {
  const [tail = ''] = /[\s:：,，、/;；+-]*$/.exec(before) ?? []
  const [head = ''] = /^[\s:：,，、/;；]*/.exec(after) ?? []
  const [left, right] = [before.slice(0, before.length - tail.length), after.slice(head.length)]
  if (!left || !right || /^[。！？!?…)）】\]]/.test(right)) return left + right
  if (/\n/.test(tail + head)) return `${left}\n${right}`
  const sign = head.trim()[0] ?? tail.replace(/[\s:：+-]/g, '')[0]
  if (sign) return left + sign + right
  const apart = /\s|[:：]/.test(tail + head) || /[a-z\d][a-z\d]/i.test(left.slice(-1) + right[0])
  return left + (apart ? ' ' : '') + right
}
