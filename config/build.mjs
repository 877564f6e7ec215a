// node config/build.mjs [weapp] [h5] [cloud] [--production]: builds what is named, or everything. In production (so, or
// by NODE_ENV) a mini-program that would find no server is not built; otherwise a line says so.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { baseProblem } from './apiBase.mjs'
import { fingerprint, isFresh, markFresh, markStale, outputOf, root } from './freshness.mjs'
import { printSizes } from './sizes.mjs'
import { squeeze } from './squeeze.mjs'

/** How esbuild makes one file for Node of an entry; packages stay in node_modules. */
export const forNode = (entry, outfile) => ({
  absWorkingDir: root,
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  packages: 'external',
  alias: { domain: path.join(root, 'domain'), '@': path.join(root, 'src') },
  sourcemap: true,
  logLevel: 'warning',
})

async function buildCloud() {
  const { build } = await import('esbuild')
  await build(forNode('cloud/main.ts', outputOf('cloud')))
}

function buildTaro(target, alone) {
  const cli = path.join(root, 'node_modules/@tarojs/cli/bin/taro')
  const env = { ...process.env, NODE_ENV: 'production' }
  fs.rmSync(path.dirname(outputOf(target)), { recursive: true, force: true })
  // Taro redraws its progress line, which a log would keep a thousand times, and two builds would redraw each other's:
  // there, only a failure is printed.
  const stdio = alone && process.stdout.isTTY ? 'inherit' : 'pipe'
  return new Promise((resolve, reject) => {
    const taro = spawn(process.execPath, [cli, 'build', '--type', target], { cwd: root, env, stdio })
    const endWithUs = () => taro.kill()
    process.once('exit', endWithUs)
    let said = ''
    taro.stdout?.on('data', (text) => (said += text))
    taro.stderr?.on('data', (text) => (said += text))
    taro.once('error', reject)
    taro.once('close', (code) => {
      process.off('exit', endWithUs)
      if (code === 0 && fs.existsSync(outputOf(target))) return resolve()
      console.error(said)
      reject(new Error(`taro build --type ${target} ended with ${code}`))
    })
  })
}

export async function build(target, alone = true) {
  const started = Date.now()
  const print = fingerprint(target)
  console.log(`[${target}] building …`)
  fs.mkdirSync(path.join(root, 'dist'), { recursive: true })
  markStale(target)
  await (target === 'cloud' ? buildCloud() : buildTaro(target, alone))
  if (target === 'h5') squeeze(path.dirname(outputOf(target)))
  markFresh(target, print)
  console.log(`[${target}] built in ${((Date.now() - started) / 1000).toFixed(1)} s`)
  if (target === 'weapp') printSizes(path.dirname(outputOf(target)))
}

/** Builds those targets that are missing or older than their sources, all at once: each uses one processor. */
export async function buildStale(targets) {
  await buildAll(targets.filter((target) => !isFresh(target)))
}

function buildAll(targets) {
  const alone = targets.filter((target) => target !== 'cloud').length === 1
  return Promise.all(targets.map((target) => build(target, alone)))
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const production = process.env.NODE_ENV === 'production' || process.argv.includes('--production')
  const named = process.argv.slice(2).filter((each) => each !== '--production')
  try {
    const targets = named.length ? named : ['cloud', 'h5', 'weapp']
    const problem = targets.includes('weapp') ? baseProblem() : undefined
    if (problem && production) throw new Error(problem)
    if (problem) console.warn(`[weapp] ${problem}`)
    await buildAll(targets)
  } catch (error) {
    console.error(`build failed: ${error.message}`)
    process.exitCode = 1
  }
}
