const codeOf = (error: unknown): string => (error as { code?: string } | undefined)?.code ?? ''

/** @param constraint the index or key that the row would have broken */
export const isUniqueViolation = (error: unknown, constraint: string) =>
  codeOf(error) === '23505' && (error as { constraint?: string }).constraint === constraint

/** Two transactions waited for each other, or could not be put in order: the same work may be done again. */
export const isTransient = (error: unknown) => ['40001', '40P01'].includes(codeOf(error))

/** Class 22: a value that PostgreSQL cannot keep, such as a date before year 1. */
export const isUnstorable = (error: unknown) => /^22.{3}$/.test(codeOf(error))

/** The database is down, starting or stopping. */
export const isUnreachable = (error: unknown) =>
  /^(08|57P)/.test(codeOf(error)) ||
  ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'].includes(codeOf(error)) ||
  /Connection terminated|not queryable|timeout exceeded when trying to connect/.test(
    (error as Error | undefined)?.message ?? '',
  )
