import { type RawBuilder, sql } from 'kysely'

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const labels = new Map<string, string>()
function labelOf(key: string): string {
  const label = labels.get(key) ?? `"${snake(key)}":`
  labels.set(key, label)
  return label
}

/** A row for `jsonb_populate_record`: columns in snake_case, values as `domain/` has them. */
export function rowJson(row: object): string {
  let text = ''
  for (const [key, value] of Object.entries(row)) {
    if (value === undefined) continue
    text += `${text && ','}${labelOf(key)}${JSON.stringify(value)}`
  }
  return `{${text}}`
}

export const rowsJson = (rows: object[]) => `[${rows.map(rowJson).join(',')}]`

/** Bytes in such a row. */
export const hex = (bytes: Buffer) => `\\x${bytes.toString('hex')}`

/** `a = r.a, b = r.b, …` for an update from a populated record `r`. */
export const setFrom = (columns: readonly string[]): RawBuilder<unknown> =>
  sql.raw(columns.map((column) => `${snake(column)} = r.${snake(column)}`).join(', '))

/** Without the columns that are null: a domain object leaves a field out instead. */
export const withoutNulls = <T>(row: object) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T

/** Words of ours in the text of a statement, where an index is only for some of them. */
export const literals = (list: readonly string[]): RawBuilder<unknown> =>
  sql.join(list.map((each) => sql.lit(each)))
