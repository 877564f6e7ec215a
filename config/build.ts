// node config/run.cjs build [weapp] [h5] [cloud] [--production]: builds what is named, or everything. In production (so, or
// by NODE_ENV) a mini-program that would find no server is not built; otherwise a line says so.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { BuildOptions } from 'esbuild'
import { baseProblem } from './apiBase'
import { fingerprint, isFresh, markFresh, markStale, outputOf, root, TARGETS, type Target } from './freshness'
import { printSizes } from './sizes'
import { squeeze } from './squeeze'

/** How esbuild makes one file for Node of an entry; packages stay in node_modules. */
export const forNode = (entry: string, outfile: string) =>
  ({
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
  }) satisfies BuildOptions

async function buildCloud() {
  const { build } = await import('esbuild')
  await build(forNode('cloud/main.ts', outputOf('cloud')))
}

function buildTaro(target: Target, alone: boolean) {
  const cli = path.join(root, 'node_modules/@tarojs/cli/bin/taro')
  const env = { ...process.env, NODE_ENV: 'production' }
  fs.rmSync(path.dirname(outputOf(target)), { recursive: true, force: true })
  // Taro redraws its progress line, which a log would keep a thousand times, and two builds would redraw each other's:
  // there, only a failure is printed.
  const stdio = alone && process.stdout.isTTY ? 'inherit' : 'pipe'
  return new Promise<void>((resolve, reject) => {
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

async function build(target: Target, alone: boolean) {
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

/**
 * Builds those targets that are missing or older than their sources, all at once: each uses one processor. Where one
 * fails, the process ends.
 */
export async function buildStale(targets: readonly Target[]) {
  await buildAll(targets.filter((target) => !isFresh(target)))
}

async function buildAll(targets: readonly Target[]) {
  const alone = targets.filter((target) => target !== 'cloud').length === 1
  try {
    await Promise.all(targets.map((target) => build(target, alone)))
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error))
  }
}

function fail(why: string): never {
  console.error(`build failed: ${why}`)
  process.exit(1)
}

export async function run() {
  const production = process.env.NODE_ENV === 'production' || process.argv.includes('--production')
  const named = process.argv.slice(2).filter((each) => each !== '--production')
  const unknown = named.find((name) => !TARGETS.some((target) => target === name))
  if (unknown) fail(`there is no ${unknown} to build`)
  const targets = TARGETS.filter((target) => named.length === 0 || named.includes(target))
  const problem = targets.includes('weapp') ? baseProblem() : undefined
  if (problem && production) fail(problem)
  if (problem) console.warn(`[weapp] ${problem}`)
  await buildAll(targets)
}
