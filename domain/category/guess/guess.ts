import { type Category, isCatchAll } from '../category'
import { gramsOf } from './grams'
import model from './model.json'
import { type Levels, STEP, sharpness, unpack } from './weights'

/** By category code, packed. */
export type Model = Readonly<Record<string, string>>
const NONE: Model = {}

/** From here on a guess is made; below it people are asked. */
const SURE = 0.42
/** Asked of three at most, and of none that is as good as out of the question. */
const ASKED = 3
const POSSIBLE = 0.02

/** What a category is called and its examples say where the model knows nothing of it: it was added by the district. */
const OWN_LEVEL = 6

const read = new Map<string, Levels>()

/** Unpacked when first asked for: most people who open the app place nothing. */
function levelsIn(packed: string): Levels {
  let levels = read.get(packed)
  if (!levels) {
    levels = unpack(packed)
    read.set(packed, levels)
  }
  return levels
}

const ownLevels = new WeakMap<Category, Levels>()
function levelsOf(category: Category, trained: Model): Levels {
  const packed = trained[category.code]
  if (packed !== undefined) return levelsIn(packed)
  let levels = ownLevels.get(category)
  if (!levels) {
    const grams = [category.name, ...category.examples].flatMap((text) => [...gramsOf(text, true)])
    levels = new Map(grams.map((gram) => [gram, OWN_LEVEL]))
    ownLevels.set(category, levels)
  }
  return levels
}

interface Chance {
  category: Category
  chance: number
}

/** How likely each of the categories is meant, the likeliest first; none where nothing that was said is known. */
function chancesOf(words: string, among: readonly Category[], taught: Model, trained: Model): Chance[] {
  const grams = gramsOf(words)
  const scale = STEP * sharpness(grams.size)
  const weights = among.map((category) => {
    const levels = levelsOf(category, trained)
    const learned = levelsIn(taught[category.code] ?? '')
    let sum = 0
    for (const gram of grams) sum += (levels.get(gram) ?? 0) + (learned.get(gram) ?? 0)
    return sum * scale
  })
  if (!weights.some((weight) => weight > 0)) return []
  const parts = weights.map((weight) => Math.exp(weight))
  const whole = parts.reduce((sum, part) => sum + part, 0)
  return among
    .map((category, at) => ({ category, chance: (parts[at] ?? 0) / whole }))
    .sort((a, b) => b.chance - a.chance)
}

export interface Guess {
  /** What the words sound like, where that is rather sure. */
  category: Category | undefined
  /** Up to three that are likely, the likeliest first, whether it is sure or not; none where nothing is known. */
  likely: Category[]
}

/**
 * The category that somebody's words sound like (类别).
 * @param among those that may be meant; 其他 is one of them
 */
export function guess(
  words: string,
  among: readonly Category[],
  taught: Model = NONE,
  trained: Model = model,
): Guess {
  const chances = chancesOf(words, among, taught, trained)
  const [first] = chances
  const likely = chances.slice(0, ASKED).filter(({ chance }) => chance >= POSSIBLE)
  return {
    category: first && first.chance >= SURE ? first.category : undefined,
    likely: likely.map(({ category }) => category),
  }
}

/** The same where only a sure guess is of use. */
export const guessCategory = (words: string, among: readonly Category[], taught?: Model) =>
  guess(words, among, taught).category

/** What people are asked where it is not sure: those that can be named, without 其他. */
export const namedIn = (likely: readonly Category[]) => likely.filter((category) => !isCatchAll(category))
