import fs from 'node:fs'

/**
 * A phone's storage that outlives kill -9: a file with one line a change. A line that was torn never was; the
 * real storages, too, keep a key whole or as it was.
 */
export class DiskMap extends Map<string, string> {
  private readonly file: number
  private tears: ((key: string) => boolean) | undefined

  constructor(path: string) {
    super()
    const text = fs.existsSync(path) ? fs.readFileSync(path, 'utf8') : ''
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    for (const line of whole.split('\n').slice(0, -1)) {
      const [key, value] = JSON.parse(line)
      if (value === undefined) super.delete(key)
      else super.set(key, value)
    }
    fs.writeFileSync(path, whole)
    this.file = fs.openSync(path, 'a')
  }

  /** The process dies in the middle of its next write to such a key. */
  tear(which: (key: string) => boolean) {
    this.tears = which
  }

  override set(key: string, value: string): this {
    this.write(key, value)
    return super.set(key, value)
  }

  override delete(key: string): boolean {
    this.write(key)
    return super.delete(key)
  }

  private write(key: string, value?: string) {
    const line = `${JSON.stringify([key, value].slice(0, value === undefined ? 1 : 2))}\n`
    if (!this.tears?.(key)) fs.writeSync(this.file, line)
    else {
      fs.writeSync(this.file, line.slice(0, line.length / 2))
      process.kill(process.pid, 'SIGKILL')
    }
  }
}
