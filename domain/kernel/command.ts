import type * as z from 'zod/mini'

/**
 * What is known of a command everywhere: the schema of its arguments, and the free words in them, which must hold no
 * personal data. What it touches follows from the rows that it changes.
 */
export const command = <S extends z.ZodMiniType>(
  args: S,
  texts: (args: z.output<S>) => (string | undefined)[],
) => ({
  args,
  texts,
})
