/**
 * Whether texts hold every word that somebody looks for, wherever; letters in either case.
 * @param q undefined or empty: all do
 */
export function holdWords(q: string | undefined, ...texts: (string | undefined)[]): boolean {
  if (!q) return true
  const all = texts.join('\n').toLowerCase()
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}
