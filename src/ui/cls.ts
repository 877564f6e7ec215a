export const cls = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(' ')
