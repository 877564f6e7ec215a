// Digits as people write them, whatever stands between: a run is what may be one number.

const SAME: Record<string, string> = {}
for (const [digit, ways] of Object.entries({
  0: '0oοо〇零洞',
  1: '1ilі|一壹幺弌',
  2: '2二贰两',
  3: '3三叁参',
  4: '4四肆',
  5: '5五伍',
  6: '6六陆',
  7: '7七柒拐',
  8: '8八捌',
  9: '9九玖勾',
}))
  for (const way of ways) SAME[way] = digit

const DIGITS = new RegExp(`[${Object.keys(SAME).join('')}]+`, 'g')
const LETTERS_ONLY = /^[a-zοоі|]+$/
/** Signs, pictures and blanks, or what people say for such: 138杠0013, 138（移动）0013, 138，后面是0013. */
const BETWEEN =
  /^[^\p{L}\p{N}\p{Cc}]{0,8}(?:[a-z]{1,2}|(?:[杠减再接]|横线|空格|然后|前面|后面|中间|是){1,3}|\p{L}{1,4}\))?[^\p{L}\p{N}\p{Cc}]{0,8}$/u

export interface Group {
  /** Each stands for one code unit. */
  digits: string
  at: number
  /** What stands before it and after the group before, where both may be parts of one number. */
  gap: string | undefined
}

/** The digits of a normalised text in groups; letters that look like digits count beside digits. */
export function groupsIn(text: string): Group[] {
  const groups: Group[] = []
  let end = 0
  for (const { 0: written, index: at } of text.matchAll(DIGITS)) {
    if (LETTERS_ONLY.test(written) && /[a-z]/.test((text[at - 1] ?? '') + (text[at + written.length] ?? '')))
      continue
    const gap = text.slice(end, at)
    const joins = groups.length > 0 && gap.length <= 12 && BETWEEN.test(gap)
    const digits = [...written].map((sign) => SAME[sign]).join('')
    groups.push({ digits, at, gap: joins ? gap : undefined })
    end = at + written.length
  }
  return groups
}

/** Neighbouring groups that may be one number. */
export interface Run {
  digits: string
  sizes: number[]
  gaps: string[]
  from: number
  to: number
}

/** No number of people is longer. */
const LONGEST = 30

/** All runs that begin with a group, shortest first. */
export function* runsFrom(groups: readonly Group[], first: number): Generator<Run> {
  const run: Run = { digits: '', sizes: [], gaps: [], from: groups[first]?.at ?? 0, to: 0 }
  for (let index = first; index < groups.length; index++) {
    const { digits, at, gap } = groups[index] as Group
    if (index > first && gap === undefined) return
    if (index > first) run.gaps.push(gap as string)
    run.digits += digits
    run.sizes.push(digits.length)
    run.to = at + digits.length
    yield run
    if (run.digits.length > LONGEST) return
  }
}

/** Whether the groups of a run look like parts of one number: written in the same way throughout, or `usual`. */
export function isOne({ sizes, gaps }: Run, ...usual: string[]): boolean {
  if (sizes.length === 1 || usual.includes(sizes.join())) return true
  if (sizes.every((size) => size === 1)) return true
  // 13、15、18 are things in a row
  return gaps.every((gap) => gap === gaps[0]) && !/[、,]/.test(gaps[0] ?? '')
}

/** Whether the last group reads as one more part of what is a number without it: a door beside it does not. */
export function goesOn({ sizes, gaps }: Run): boolean {
  if (sizes.every((size) => size === 1)) return true
  const [last = 0, before = 0] = [...sizes].reverse()
  if (sizes.length === 2) return before < 8 && last >= 3
  return last >= 2 && gaps[gaps.length - 1] === gaps[gaps.length - 2]
}
