import { catchAllOf, categoriesOf, findCategory, type NeedKind } from '../category'
import { gramsOf } from './grams'
import { guessCategory } from './guess'
import type { Lesson } from './lesson'
import { type Levels, pack } from './weights'

/** A need as somebody placed it, in the category that they left or chose. */
export interface Placed {
  kind: NeedKind
  categoryCode: string
  words: string
  placedById: string
}

/** So many people must have said something before it is learned: of fewer somebody could be known by it. */
const PEOPLE = 5
/** Of all who said it, so many must have meant this category although another was guessed, or none. */
const SHARE = 0.4
/** Where all of them did, it weighs as much as what the model knows well. */
const HIGHEST = 5
/** Of each category the surest ones. */
const MOST = 80

/**
 * What people's corrections teach (学习): the grams of words whose category was guessed wrong or not at all, and that
 * most of those who said them placed in one and the same category. Nothing is kept of the words but numbers that many
 * share, and none that fewer than five people have said. 其他 teaches nothing: it stands where nobody chose.
 */
export function newLearner() {
  /** By kind and gram. */
  const said = new Map<string, Set<string>>()
  /** The same, then by category: who said it and was not understood. */
  const meant = new Map<string, Map<string, Set<string>>>()

  function hear({ kind, categoryCode, words, placedById }: Placed) {
    const chosen = findCategory(categoryCode)
    if (!chosen || chosen === catchAllOf(kind)) return
    const missed = guessCategory(words, categoriesOf(kind)) !== chosen
    for (const gram of gramsOf(words)) {
      const key = `${kind} ${gram}`
      at(said, key, newSet).add(placedById)
      if (missed) at(at(meant, key, newMap), categoryCode, newSet).add(placedById)
    }
  }

  function taught(): Lesson['taught'] {
    const found = new Map<string, Map<number, number>>()
    for (const [key, byCategory] of meant)
      for (const [code, people] of byCategory) {
        const share = people.size / (said.get(key)?.size ?? people.size)
        if (people.size < PEOPLE || share < SHARE) continue
        at(found, code, () => new Map<number, number>()).set(Number(key.split(' ')[1]), share)
      }
    const codes = [...found.keys()].sort()
    return Object.fromEntries(codes.map((code) => [code, pack(surest(found.get(code) ?? new Map()))]))
  }

  return { hear, taught }
}

const surest = (shares: Map<number, number>): Levels =>
  new Map(
    [...shares]
      .sort(([gram, share], [other, least]) => least - share || gram - other)
      .slice(0, MOST)
      .map(([gram, share]) => [gram, Math.round(share * HIGHEST)]),
  )

const newSet = () => new Set<string>()
const newMap = () => new Map<string, Set<string>>()

function at<Key, Value>(map: Map<Key, Value>, key: Key, made: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const value = made()
  map.set(key, value)
  return value
}
