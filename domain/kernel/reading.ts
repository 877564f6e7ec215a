import type * as z from 'zod/mini'

/**
 * What this build has no word for: it came from a newer server. No schema lists it, so a command that says it is
 * refused; of rows that are read it stands where the word was.
 */
export const UNKNOWN = 'unknown'
export type Unknown = typeof UNKNOWN

/** Cannot be read as what was expected. */
const MISFIT = Symbol()

/** The same value where it fits, a mended one where a part does not, otherwise `MISFIT`. Throws for nothing. */
type Read = (value: unknown) => unknown

/** What a required field is where it cannot be read. */
type Blank = () => unknown

interface Reader {
  read: Read
  blank: Blank
}

type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const text = (patterns: RegExp[]): Reader => ({
  read: (value) =>
    typeof value === 'string' && patterns.every((pattern) => pattern.test(value)) ? value : MISFIT,
  blank: () => '',
})
const number: Reader = { read: (value) => (Number.isFinite(value) ? value : MISFIT), blank: () => 0 }
const boolean: Reader = { read: (value) => (typeof value === 'boolean' ? value : MISFIT), blank: () => false }
const anything: Reader = { read: (value) => value, blank: () => undefined }

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
/** Far enough from every day that matters: a time that cannot be read is neither near nor late. */
export const NO_TIME = '9999-12-31T00:00:00.000Z'
const instant: Reader = {
  read: (value) => (typeof value === 'string' && INSTANT.test(value) ? value : MISFIT),
  blank: () => NO_TIME,
}

function enumeration(words: readonly unknown[]): Reader {
  const known = new Set(words)
  return {
    read: (value) => (known.has(value) ? value : typeof value === 'string' ? UNKNOWN : MISFIT),
    blank: () => UNKNOWN,
  }
}

function literal(words: readonly unknown[]): Reader {
  return { read: (value) => (words.includes(value) ? value : MISFIT), blank: () => words[0] }
}

/** Items that cannot be read are left out. */
function list(item: Reader): Reader {
  const read: Read = (value) => {
    if (!Array.isArray(value)) return MISFIT
    let mended: unknown[] | undefined
    // By index: thousands of rows are read at a start.
    for (let at = 0; at < value.length; at++) {
      const each: unknown = value[at]
      const one = item.read(each)
      if (one === each && !mended) continue
      mended ??= value.slice(0, at)
      if (one !== MISFIT && one !== UNKNOWN) mended.push(one)
    }
    return mended ?? value
  }
  return { read, blank: () => [] }
}

function dictionary(item: Reader): Reader {
  const read: Read = (value) => {
    if (!isFields(value)) return MISFIT
    const all = Object.entries(value)
    if (all.every(([, each]) => item.read(each) === each)) return value
    return Object.fromEntries(all.filter(([, each]) => item.read(each) === each))
  }
  return { read, blank: () => ({}) }
}

/** The first that it fits as it is. */
const oneOf = (options: Reader[]): Reader => ({
  read: (value) => (options.some(({ read }) => read(value) === value) ? value : MISFIT),
  blank: options[0]?.blank ?? (() => undefined),
})

interface Shape {
  field: string
  reader: Reader
  optional: boolean
}

const shapeOf = (schema: z.core.$ZodObject): Shape[] =>
  Object.entries(schema._zod.def.shape).map(([field, of]) => {
    const { optional, inner } = opened(of)
    return { field, reader: readerOf(inner), optional }
  })

/** @param whole a part of a row is read only where none of its required fields is missing */
function readFields(shape: Shape[], value: unknown, whole: boolean): unknown {
  if (!isFields(value)) return MISFIT
  let mended: Fields | undefined
  for (const { field, reader, optional } of shape) {
    const before = value[field]
    if (before === undefined && optional) continue
    const now = reader.read(before)
    if (now === before) continue
    if (now === MISFIT && whole && !optional) return MISFIT
    mended ??= { ...value }
    if (now !== MISFIT) mended[field] = now
    else if (optional) delete mended[field]
    else mended[field] = reader.blank()
  }
  return mended ?? value
}

function opened(schema: z.core.$ZodType): { optional: boolean; inner: z.core.$ZodType } {
  const { def } = (schema as z.core.$ZodTypes)._zod
  return def.type === 'optional'
    ? { optional: true, inner: def.innerType }
    : { optional: false, inner: schema }
}

function readerOf(schema: z.core.$ZodType): Reader {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'string':
      return 'format' in def && def.format === 'datetime' ? instant : text(patternsOf(def.checks))
    case 'number':
      return number
    case 'boolean':
      return boolean
    case 'enum':
      return enumeration(Object.values(def.entries))
    case 'literal':
      return literal(def.values)
    case 'array':
      return list(readerOf(def.element))
    case 'record':
      return dictionary(readerOf(def.valueType))
    case 'union':
      return oneOf(def.options.map(readerOf))
    case 'nullable': {
      const { read } = readerOf(def.innerType)
      return { read: (value) => (value === null ? value : read(value)), blank: () => null }
    }
    case 'object': {
      const shape = shapeOf(schema as z.core.$ZodObject)
      return { read: (value) => readFields(shape, value, true), blank: () => undefined }
    }
    default:
      return anything
  }
}

/** Codes and hours of the day are counted with: one of another form would throw there. */
const patternsOf = (checks: readonly z.core.$ZodCheck<never>[] = []): RegExp[] =>
  checks.flatMap((check) => {
    const { pattern } = check._zod.def as { pattern?: RegExp }
    return pattern ?? []
  })

/**
 * Reads rows of a newer server as well as this build can, and never throws: unknown words become `UNKNOWN`, items of a
 * list that nobody here understands are left out, an optional field of another type is missing, a required one blank.
 * A row that fits is given back itself, at the price of looking at its fields once. Limits of length and number are the
 * server's business, not looked at here.
 * @returns undefined for what is no object at all; `unread`: the fields that do not say what was sent
 */
export function tolerant<S extends z.core.$ZodObject>(schema: S) {
  const shape = shapeOf(schema)
  return (value: unknown): { row: z.output<S>; unread: readonly string[] } | undefined => {
    const row = readFields(shape, value, false)
    if (row === MISFIT) return undefined
    const unread =
      row === value
        ? NOTHING
        : shape.flatMap(({ field }) => ((row as Fields)[field] === (value as Fields)[field] ? [] : [field]))
    return { row: row as z.output<S>, unread }
  }
}
const NOTHING: readonly string[] = []
