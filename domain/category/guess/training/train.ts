import { CATEGORIES, type Category, catchAllOf, categoriesOf } from '../../category'
import { GRAMS, gramsOf } from '../grams'
import { type Levels, pack, STEP, sharpness } from '../weights'
import { type Example, examples } from './examples'

/*
 * What `model.json` is made from. A linear model: what every gram says for every category, found by going through
 * the examples again and again (AdaGrad on the logistic loss, among the categories of the example's kind, and with
 * less weight among all that people place in words). Weights are not negative, and few are not 0: what speaks
 * against a category is what speaks for the others. It comes out the same on every machine: no random but a seeded
 * one, no function but those that IEEE 754 defines to the last bit.
 */

const ROUNDS = 6
const ROUNDS_AFTER_CUT = 3
const RATE = 0.25
/** How much a gram must explain to be heeded (L1). */
const SPARSE = 0.006
/** So many weights go to the phone, two bytes each. */
const KEPT = 5800
/** Of every example some grams are left out, as people leave out or mistype characters. */
const DROPPED = 0.1
const AMONG_ALL = 0.3
/** An example is right with this much doubt: nothing is ever quite sure. */
const DOUBT = 0.05

const exp = (x: number) => {
  if (x < -40) return 0
  let power = 1 + x / 4096
  for (let times = 0; times < 12; times++) power *= power
  return power
}

const codes = CATEGORIES.map(({ code }) => code)
const COUNT = codes.length
const placesOf = (among: readonly Category[]) => among.map(({ code }) => codes.indexOf(code))
const SPOKEN = placesOf(CATEGORIES.filter(({ kind }) => catchAllOf(kind)))

interface Sample {
  grams: number[]
  place: number
  among: number[]
  spoken: boolean
}

function samplesOf(all: readonly Example[]): Sample[] {
  return all.map(({ text, category }) => ({
    grams: [...gramsOf(text)],
    place: codes.indexOf(category.code),
    among: placesOf(categoriesOf(category.kind)),
    spoken: catchAllOf(category.kind) !== undefined,
  }))
}

function learn(
  samples: readonly Sample[],
  weights: Float64Array,
  kept: Uint8Array | undefined,
  rounds: number,
  random: () => number,
) {
  const squares = new Float64Array(weights.length).fill(0.01)
  const order = samples.map((_, at) => at)
  const scores = new Float64Array(COUNT)
  const step = (grams: number[], place: number, among: number[], part: number) => {
    const scale = sharpness(grams.length)
    let highest = 0
    for (const each of among) {
      let sum = 0
      for (const gram of grams) sum += weights[gram * COUNT + each] as number
      scores[each] = sum * scale
      highest = Math.max(highest, scores[each] as number)
    }
    let total = 0
    for (const each of among) total += scores[each] = exp((scores[each] as number) - highest)
    for (const each of among) {
      const wanted = (each === place ? 1 - DOUBT : 0) + DOUBT / among.length
      const wrong = ((scores[each] as number) / total - wanted) * part * scale
      for (const gram of grams) {
        const at = gram * COUNT + each
        if (kept && !kept[at]) continue
        squares[at] = (squares[at] as number) + wrong * wrong
        const rate = RATE / Math.sqrt(squares[at] as number)
        const next = (weights[at] as number) - rate * (wrong + SPARSE * part)
        weights[at] = next > 0 ? next : 0
      }
    }
  }
  for (let round = 0; round < rounds; round++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1))
      const swapped = order[at] as number
      order[at] = order[other] as number
      order[other] = swapped
    }
    for (const at of order) {
      const { grams, place, among, spoken } = samples[at] as Sample
      const heard = grams.filter(() => random() >= DROPPED)
      step(heard, place, among, 1)
      if (spoken) step(heard, place, SPOKEN, AMONG_ALL)
    }
  }
}

/** mulberry32 */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** The weights that matter most: large ones of grams that are often said. */
function cut(weights: Float64Array, samples: readonly Sample[]): Uint8Array {
  const said = new Uint32Array(GRAMS)
  for (const { grams } of samples) for (const gram of grams) said[gram] = (said[gram] as number) + 1
  const known: { at: number; worth: number }[] = []
  weights.forEach((weight, at) => {
    if (weight > 0) known.push({ at, worth: weight * Math.sqrt(said[Math.floor(at / COUNT)] as number) })
  })
  known.sort((a, b) => b.worth - a.worth || a.at - b.at)
  const kept = new Uint8Array(weights.length)
  for (const { at } of known.slice(0, KEPT)) kept[at] = 1
  return kept
}

/** By category code. */
export function train(all: readonly Example[] = examples(seeded(1))): Record<string, string> {
  const random = seeded(2)
  const samples = samplesOf(all)
  const weights = new Float64Array(GRAMS * COUNT)
  learn(samples, weights, undefined, ROUNDS, random)
  const kept = cut(weights, samples)
  for (let at = 0; at < weights.length; at++) if (!kept[at]) weights[at] = 0
  learn(samples, weights, kept, ROUNDS_AFTER_CUT, random)
  return Object.fromEntries(
    codes.map((code, place) => {
      const levels: Levels = new Map()
      for (let gram = 0; gram < GRAMS; gram++) {
        const level = Math.min(7, Math.round((weights[gram * COUNT + place] as number) / STEP))
        if (level > 0) levels.set(gram, level)
      }
      return [code, pack(levels)]
    }),
  )
}
