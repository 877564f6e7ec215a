import fs from 'node:fs'
import path from 'node:path'

function bytesOf(entry: string): number {
  const stat = fs.statSync(entry)
  if (!stat.isDirectory()) return entry.endsWith('.map') ? 0 : stat.size
  return fs.readdirSync(entry).reduce((sum, name) => sum + bytesOf(path.join(entry, name)), 0)
}

interface AppConfig {
  subPackages?: { root: string }[]
  subpackages?: { root: string }[]
}

/** Bytes of the main package, of each subpackage, and of all together, as WeChat counts them. */
export function packageSizes(dist: string) {
  const app: AppConfig = JSON.parse(fs.readFileSync(path.join(dist, 'app.json'), 'utf8'))
  const total = bytesOf(dist)
  const subpackages = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => ({
    name: root,
    bytes: bytesOf(path.join(dist, root)),
  }))
  const main = total - subpackages.reduce((sum, { bytes }) => sum + bytes, 0)
  return [{ name: 'main package', bytes: main }, ...subpackages, { name: 'total', bytes: total }]
}

export function printSizes(dist: string) {
  for (const { name, bytes } of packageSizes(dist)) {
    console.log(`  ${name.padEnd(24)}${(bytes / 1024).toFixed(1).padStart(9)} kB`)
  }
}
