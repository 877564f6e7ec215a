import fc from 'fast-check'
import type * as z from 'zod/mini'

interface Def {
  type: string
  format?: string
  pattern?: RegExp
  shape?: Record<string, z.ZodMiniType>
  element?: z.ZodMiniType
  keyType?: z.ZodMiniType
  valueType?: z.ZodMiniType
  options?: z.ZodMiniType[]
  innerType?: z.ZodMiniType
  in?: z.ZodMiniType
  entries?: Record<string, string>
  values?: unknown[]
}

/** What a schema is made of, as zod keeps it. */
export const defOf = (schema: z.ZodMiniType) => schema._zod.def as unknown as Def

/** Values that a schema is made for, as far as its structure says; checks of its own may still refuse one. */
export function valuesOf(schema: z.ZodMiniType): fc.Arbitrary<unknown> {
  const def = defOf(schema)
  const {
    pattern,
    minimum = 0,
    maximum = 20,
  } = schema._zod.bag as { pattern?: RegExp; minimum?: number; maximum?: number }
  switch (def.type) {
    case 'string':
      if (def.format === 'uuid') return fc.uuid({ version: 7 })
      if (def.format === 'datetime') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString())
      if (pattern ?? def.pattern) return fc.stringMatching((pattern ?? def.pattern) as RegExp)
      return fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(...'灯不亮了abc') })
    case 'number':
      return fc.integer({ min: Math.max(-9, minimum), max: Math.min(99, maximum) })
    case 'boolean':
      return fc.boolean()
    case 'literal':
      return fc.constantFrom(...(def.values ?? []))
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}))
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(def.shape ?? {}).map(([key, each]) => [key, valuesOf(each)])),
      )
    case 'array':
      return fc.array(valuesOf(def.element as z.ZodMiniType), { minLength: 1, maxLength: 3 })
    case 'record':
      return fc.dictionary(
        fc.string({ minLength: 1, maxLength: 8 }),
        valuesOf(def.valueType as z.ZodMiniType),
        { maxKeys: 3 },
      )
    case 'union':
      return fc.oneof(...(def.options ?? []).map(valuesOf))
    case 'optional':
    case 'nullable':
    case 'default':
      return fc.option(valuesOf(def.innerType as z.ZodMiniType), { nil: undefined })
    case 'pipe':
      return valuesOf(def.in as z.ZodMiniType)
    default:
      return fc.constant(null)
  }
}

/** Every schema that one is made of, with the way to it. */
export function* partsOf(schema: z.ZodMiniType, path = ''): Generator<[string, z.ZodMiniType]> {
  const { shape = {}, element, keyType, valueType, options = [], innerType, in: before } = defOf(schema)
  yield [path, schema]
  for (const [key, each] of Object.entries(shape)) yield* partsOf(each, `${path}.${key}`)
  for (const each of [element, valueType, ...options, innerType, before]) if (each) yield* partsOf(each, path)
  if (keyType) yield* partsOf(keyType, `${path} key`)
}
