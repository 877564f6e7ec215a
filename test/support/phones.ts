import { type ChildProcess, fork } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { CommandArgs, CommandName } from 'domain/commands'
import { buildSync } from 'esbuild'
import type { PhoneCalls, PhoneOptions, PhoneTold } from './phoneMain'

/** Builds the phone that `openPhone` runs. */
export function buildPhone() {
  // Inside the project, so that it finds the packages.
  const bundle = path.resolve(`dist/test/phone-${process.pid}.cjs`)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xf-phones-'))
  buildSync({
    entryPoints: [path.resolve('test/support/phoneMain.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    packages: 'external',
  })
  let opened = 0
  return {
    newDisk: () => path.join(folder, `${++opened}.disk`),
    open: (options: PhoneOptions) => openPhone(bundle, options),
    remove() {
      fs.rmSync(bundle, { force: true })
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A phone without a screen: `src/sync` in a process of its own, which may be killed at any moment. */
async function openPhone(bundle: string, options: PhoneOptions) {
  const child: ChildProcess = fork(bundle, [JSON.stringify(options)], { execArgv: [] })
  const answers = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>()
  const listeners = new Set<() => void>()
  /** Every state that people were told of. */
  const states = new Set<string>()
  let told: PhoneTold | undefined
  let asked = 0
  let gone = false

  child.on('message', (message: PhoneTold | { id: number; result: never }) => {
    if ('id' in message) {
      answers.get(message.id)?.resolve(message.result)
      answers.delete(message.id)
      return
    }
    told = message
    states.add(message.state)
    for (const listener of listeners) listener()
  })
  child.once('exit', () => {
    gone = true
    for (const { reject } of answers.values()) reject(new Error('the phone is dead'))
  })

  const ask = <N extends keyof PhoneCalls>(name: N, ...args: Parameters<PhoneCalls[N]>) =>
    new Promise<ReturnType<PhoneCalls[N]>>((resolve, reject) => {
      if (gone) return reject(new Error('the phone is dead'))
      answers.set(++asked, { resolve, reject })
      child.send({ id: asked, name, args }, (error) => error && reject(error))
    })

  /** Resolves as soon as it says so. */
  const until = (says: (told: PhoneTold) => boolean, withinMs = 30_000) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!told || !says(told)) return
        clearTimeout(late)
        listeners.delete(look)
        resolve()
      }
      const late = setTimeout(() => {
        listeners.delete(look)
        reject(new Error(`not within ${withinMs} ms: ${says}; it says ${JSON.stringify(told)}`))
      }, withinMs)
      listeners.add(look)
      look()
    })

  const dead = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await until(() => true)
  return {
    options,
    states,
    told: () => told,
    until,
    dead,
    ask,
    send: <N extends CommandName>(name: N, args: CommandArgs<N>) => ask('send', name, args),
    kill() {
      child.kill('SIGKILL')
      return dead
    },
  }
}
export type PhoneProcess = Awaited<ReturnType<typeof openPhone>>
