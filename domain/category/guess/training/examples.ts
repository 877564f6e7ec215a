import { CATEGORIES, type Category, catchAllOf } from '../../category'
import glue from './lexicon/glue.json'
import help from './lexicon/help.json'
import idea from './lexicon/idea.json'
import report from './lexicon/report.json'
import resource from './lexicon/resource.json'
import service from './lexicon/service.json'
import training from './lexicon/training.json'
import wish from './lexicon/wish.json'

/** What is said of a category: things, the states that they are in, what is asked for, and whole sentences. */
interface Said {
  things: string
  states: string
  asks: string
  says: string
}

const lexicon: Record<string, Said> = {
  ...wish,
  ...help,
  ...report,
  ...idea,
  ...service,
  ...resource,
  ...training,
}
/** What people say around it, which says nothing of what they want. */
const around: Record<string, string> = glue

export interface Example {
  text: string
  category: Category
}

/** So many sentences are put together for each category. */
const MADE = 320

const list = (phrases: string) => phrases.split(' ').filter(Boolean)

/** @param kept which phrase is taught, by its place in its list: all but those that are to test the rest */
export function examples(random: () => number, kept: (at: number) => boolean = () => true): Example[] {
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? ''
  const maybe = (chance: number, say: () => string) => (random() < chance ? say() : '')
  const ofKind = (kind: string) => list(around[kind] ?? '')
  const [openers, contexts, times, closers] = ['openers', 'contexts', 'times', 'closers'].map(ofKind) as [
    string[],
    string[],
    string[],
    string[],
  ]
  return CATEGORIES.flatMap((category) => {
    const said = lexicon[category.code]
    if (!said) return []
    const { kind, name } = category
    const own = catchAllOf(kind) === category ? [] : category.examples
    const of = (phrases: readonly string[]) => phrases.filter((_, at) => kept(at))
    const things = of(list(said.things))
    const states = of(list(said.states))
    const asks = of(list(said.asks))
    const says = [...of(list(said.says)), ...own, ...own, ...own]
    const options = category.questions
      .flatMap(({ options = [] }) => options)
      .filter((each) => each !== '其他')
    const kindly = ofKind(kind)
    const within = (core: string) =>
      [
        maybe(0.25, () => `${pick(contexts)}，`),
        maybe(0.2, () => pick(times)),
        maybe(0.35, () => pick(kindly.length > 0 && random() < 0.6 ? kindly : openers)),
        core,
        maybe(0.3, () => `，${pick(kind === 'report' && random() < 0.6 ? kindly : closers)}`),
      ].join('')
    const made = Array.from({ length: MADE }, () => {
      const dice = random()
      if (dice < 0.22) return pick(things) + pick(states)
      if (dice < 0.3) return `${pick(things)}${pick(states)}，${pick(asks)}`
      if (dice < 0.38) return pick(asks)
      if (dice < 0.44) return `${pick(things)}，${pick(asks)}`
      if (dice < 0.48) return pick(states)
      if (dice < 0.97) return pick(says)
      return `${pick(says)}，${pick(asks)}`
    })
    return [...[name, ...things, ...options], ...[...states, ...asks, ...says, ...made].map(within)].map(
      (text) => ({ text, category }),
    )
  })
}

/** Whole sentences, by category and place in their list. */
export const sentences = (): { text: string; category: Category; at: number }[] =>
  CATEGORIES.flatMap((category) =>
    list(lexicon[category.code]?.says ?? '').map((text, at) => ({ text, category, at })),
  )
