/** A record that breaks a rule; the import stops and leaves nothing behind. */
export class ImportError extends Error {
  constructor(
    readonly file: string,
    readonly line: number,
    readonly reason: string,
  ) {
    super(`${file}, line ${line}: ${reason}`)
    this.name = 'ImportError'
  }
}
