import type { Answer, Category } from '../category'

/** Answers that stand in the words already: of each choice the option that is said first. */
export function guessAnswers(words: string, { questions }: Category): Record<string, Answer> {
  const found = questions.flatMap(({ key, type, options = [] }) => {
    if (type !== 'choice') return []
    const said = options
      .filter((option) => words.includes(option))
      .sort((a, b) => words.indexOf(a) - words.indexOf(b))
    return said[0] === undefined ? [] : [[key, said[0]] as const]
  })
  return Object.fromEntries(found)
}
