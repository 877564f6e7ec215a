import type * as z from 'zod/mini'
import { tolerant } from './reading'
import type { Scope } from './scope'

/** A thing whose row is the same for everybody who may read it. */
export interface SharedThing<R> {
  /** What names a row. */
  idOf: (row: R) => string
  /** The scopes in which a row stands. */
  audience: (row: R) => Scope[]
  /** A row as it came from whatever version of the server (`reading.ts`); `id`: what it is kept under. */
  read: (raw: unknown, id: string) => R | undefined
}

/** @param key the field that names a row */
export function shared<S extends z.core.$ZodObject>(
  schema: S,
  audience: (row: z.output<S>) => Scope[],
  key: keyof z.output<S> & string,
): SharedThing<z.output<S>> {
  const read = tolerant(schema)
  return {
    idOf: (row) => row[key] as string,
    audience,
    read: (raw, id) => {
      const row = read(raw)?.row
      return row && (row[key] === id ? row : { ...row, [key]: id })
    },
  }
}
