import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'

const TEXT = /\.(html|js|css|svg|webmanifest)$/
/** Bytes; what is shorter goes as it is. */
const FROM = 1024

/** Beside every text of a folder its squeezed twins: the server sends these, and spends no time on squeezing. */
export function squeeze(folder: string) {
  for (const name of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, name)
    if (!TEXT.test(name) || fs.statSync(file).size < FROM) continue
    const text = fs.readFileSync(file)
    fs.writeFileSync(`${file}.br`, zlib.brotliCompressSync(text))
    fs.writeFileSync(`${file}.gz`, zlib.gzipSync(text, { level: 9 }))
  }
}
