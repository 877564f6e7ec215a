/** What is wrong with a file, and on which line. */
interface Problem {
  line: number
  /** For who has the file, with what to do about it. */
  reason: string
}

const MOST = 50

/** A file that breaks a rule, all that is wrong with it together; the import stops and leaves nothing behind. */
export class ImportError extends Error {
  constructor(
    readonly file: string,
    readonly problems: readonly Problem[],
  ) {
    const sorted = [...problems].sort((a, b) => a.line - b.line)
    const told = sorted.slice(0, MOST).map(({ line, reason }) => `  第 ${line} 行：${reason}`)
    const rest = sorted.length > MOST ? [`  还有 ${sorted.length - MOST} 处`] : []
    super([`${file} 有 ${sorted.length} 处要改，改好前什么都不会写入：`, ...told, ...rest].join('\n'))
    this.name = 'ImportError'
  }
}
