import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ImportError } from './importError'

const NEWLINE = 0x0a
const CURE = '请用 WPS 或记事本打开，看文字是否正常，另存为 UTF-8 后再导入'
/** What no text has: the sign for what could not be read, private and unassigned characters, control characters. */
const BROKEN = /[\ufffd\p{Co}\p{Cn}]|[^\P{Cc}\t]/u

/**
 * The text of a file that somebody made: UTF-8, GBK (GB 18030) as Excel and WPS write it, or UTF-16.
 * @throws ImportError with the lines that cannot be read
 */
export function readText(file: string): string {
  const name = path.basename(file)
  const text = decoded(name, readFileSync(file))
  const broken = text.split(/\r\n|\r|\n/).flatMap((line, at) => (BROKEN.test(line) ? [at + 1] : []))
  if (broken.length > 0) throw unreadable(name, broken, '有认不出的字，文件在别处存坏了')
  return text
}

const unreadable = (name: string, lines: number[], what: string) =>
  new ImportError(
    name,
    lines.map((line) => ({ line, reason: `${what}。${CURE}` })),
  )

function decoded(name: string, bytes: Buffer): string {
  const wide = wideOf(bytes)
  const text = wide ? decode(wide, bytes) : (decode('utf-8', bytes) ?? gbk(bytes))
  if (text !== undefined) return text
  throw unreadable(name, wide ? [1] : linesNotIn('utf-8', bytes), '编码认不出来')
}

/** UTF-16, by its mark, or by the zeros that it has in every letter and digit. */
function wideOf(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be'
  return undefined
}

function decode(encoding: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * Almost every pair of bytes means something in GBK, also of a damaged UTF-8 or of Big5, but then most of it is rare;
 * what people write stands in GB 2312, whose bytes are both high.
 */
function gbk(bytes: Buffer): string | undefined {
  let usual = 0
  let rare = 0
  for (let at = 0; at < bytes.length; at++) {
    const first = bytes[at] ?? 0
    if (first < 0x80) continue
    const second = bytes[++at] ?? 0
    if (first >= 0xa1 && first <= 0xf7 && second >= 0xa1) usual++
    else rare++
  }
  return usual > rare * 4 ? decode('gb18030', bytes) : undefined
}

function linesNotIn(encoding: string, bytes: Buffer): number[] {
  const lines: number[] = []
  let from = 0
  for (let line = 1; from < bytes.length; line++) {
    const end = bytes.indexOf(NEWLINE, from)
    const to = end < 0 ? bytes.length : end + 1
    if (decode(encoding, bytes.subarray(from, to)) === undefined) lines.push(line)
    from = to
  }
  return lines
}
