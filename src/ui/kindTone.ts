/** The four kinds have a colour of their own, only ever behind an icon and next to words. */
export const kindTone = (kind: string) =>
  ['wish', 'help', 'report', 'service'].includes(kind) ? `k-${kind}` : 'k-plain'
