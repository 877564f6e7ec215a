import { type Answer, CATEGORIES, type Category, catchAllOf } from './category'

/** Characters that say nothing about what is wanted. */
const EMPTY = /[想请帮我们您你他她的了吗呢吧啊呀有没个一来去人和在还又就也都要能可以，。！？、\s\d]|看看/

/** Neighbouring characters, such as 漏水: the words of a language that writes none apart. */
function pairsOf(text: string): Set<string> {
  const pairs = [...text].map((_, at) => text.slice(at, at + 2))
  return new Set(pairs.filter((pair) => pair.length === 2 && !EMPTY.test(pair)))
}

const optionsOf = ({ questions }: Category) => questions.flatMap(({ options = [] }) => options)

const pairsByCode = new Map(
  CATEGORIES.map((each) => [
    each.code,
    new Set([each.name, ...each.examples, ...optionsOf(each)].flatMap((text) => [...pairsOf(text)])),
  ]),
)

/** How much a pair tells: one that only few categories know tells most. */
function weightOf(pair: string, among: readonly Category[]): number {
  const knowing = among.filter(({ code }) => pairsByCode.get(code)?.has(pair)).length
  return knowing === 0 ? 0 : 1 / knowing
}

/**
 * The category that somebody's words sound like (类别), by what people say of each: its name, examples and answers.
 * Undefined where nothing they said is known of any.
 */
export function guessCategory(words: string, among: readonly Category[]): Category | undefined {
  const named = among.filter((each) => each !== catchAllOf(each.kind))
  const said = [...pairsOf(words)].map((pair) => ({ pair, weight: weightOf(pair, named) }))
  let best: { category: Category; score: number } | undefined
  for (const category of named) {
    const known = pairsByCode.get(category.code)
    const score = said.reduce((sum, { pair, weight }) => sum + (known?.has(pair) ? weight : 0), 0)
    if (score > (best?.score ?? 0)) best = { category, score }
  }
  return best?.category
}

/** Answers that stand in the words already: of each choice the option that is said first. */
export function guessAnswers(words: string, { questions }: Category): Record<string, Answer> {
  const found = questions.flatMap(({ key, type, options = [] }) => {
    if (type !== 'choice') return []
    const said = options
      .filter((option) => words.includes(option))
      .sort((a, b) => words.indexOf(a) - words.indexOf(b))
    return said[0] === undefined ? [] : [[key, said[0]] as const]
  })
  return Object.fromEntries(found)
}
