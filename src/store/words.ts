import { finderOf, searchForm } from 'domain/kernel/search'

type Searched<R> = (row: R) => readonly (string | undefined)[]

const forms = new WeakMap<object, string>()

/** Made once a row: one that changes is another object. */
function formOf<R extends object>(row: R, searched: Searched<R>): string {
  const known = forms.get(row)
  if (known !== undefined) return known
  const form = searchForm(searched(row))
  forms.set(row, form)
  return form
}

/** Lets the rows through that hold what is looked for (`finderOf`). @param searched always the same for a row */
export function rowFinder<R extends object>(
  q: string | undefined,
  searched: Searched<R>,
): (row: R) => boolean {
  if (!q) return () => true
  const holds = finderOf(q)
  return (row) => holds(formOf(row, searched))
}
