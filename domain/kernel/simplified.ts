import rows from './traditional.json'

let simple: Map<string, string> | undefined

/** Pairs of a traditional character and the simplified one; made into a map when first asked for. */
function table(): Map<string, string> {
  if (simple) return simple
  simple = new Map()
  for (const row of rows) {
    for (let at = 0; at < row.length; at += 2) simple.set(row.charAt(at), row.charAt(at + 1))
  }
  return simple
}

/**
 * The text in simplified characters, one for one: 幫忙搬傢俬 becomes 帮忙搬家私. Meant for comparing texts, not for
 * reading: where a character stands for several (乾, 著) the usual one is taken, whatever the word.
 *
 * The table is OpenCC's (Apache License 2.0), of the characters in Big5 and the variants of Hong Kong whose
 * simplified form is in GB 2312.
 */
export const simplified = (text: string): string =>
  text.replace(/[\u4e00-\u9fff]/g, (character) => table().get(character) ?? character)
