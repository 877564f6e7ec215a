import { searchForm, searchWords } from 'domain/kernel/search'
import { type RawBuilder, sql } from 'kysely'
import { LRUCache } from 'lru-cache'
import { pinyin } from 'pinyin-pro'

/** Characters, for a text may be long. */
const REMEMBERED_MAX = 300_000
/** A row is saved several times with the same words. */
const initials = new LRUCache<string, string>({
  maxSize: REMEMBERED_MAX,
  sizeCalculation: (made, form) => made.length + form.length,
})

/** bm for 帮忙, and what is not Chinese as it stands. */
function initialsOf(form: string): string {
  const known = initials.get(form)
  if (known !== undefined) return known
  const letters = pinyin(form, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
  const made = letters.join('').toLowerCase()
  initials.set(form, made)
  return made
}

/**
 * What a row is searched by: its texts in search form, and their pinyin initials. Only of texts that all who may
 * search the column may read.
 */
export function searchTextOf(texts: readonly (string | undefined)[]): string {
  const form = searchForm(texts)
  return /\p{Script=Han}/u.test(form) ? `${form}\n${initialsOf(form)}` : form
}

/**
 * The conditions that a row fulfils in which each word of `q` stands, in one of the columns or another.
 * @param columns of texts as `searchTextOf` makes them
 */
export function holding(q: string | undefined, columns: RawBuilder<unknown>[]): RawBuilder<unknown>[] {
  if (!q?.trim()) return []
  const words = searchWords(q)
  if (words.length === 0) return [sql`false`]
  return words.map(
    (word) =>
      sql`(${sql.join(
        columns.map((column) => sql`strpos(${column}, ${word}) > 0`),
        sql` or `,
      )})`,
  )
}
