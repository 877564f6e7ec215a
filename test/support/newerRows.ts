/** Everything a field may have become in a newer version. */
const NEWER = ['zzz-newer', undefined, 7, [{ zzz: 1 }]]

/** The row with each of its fields, however deep, replaced by each of those. */
export function variantsOf(row: unknown): unknown[] {
  if (Array.isArray(row))
    return row.flatMap((item, at) =>
      variantsOf(item).map((each) => [...row.slice(0, at), each, ...row.slice(at + 1)]),
    )
  if (typeof row !== 'object' || row === null) return []
  return Object.entries(row).flatMap(([field, value]) => [
    ...NEWER.map((newer) => ({ ...row, [field]: newer })),
    ...variantsOf(value).map((each) => ({ ...row, [field]: each })),
  ])
}
