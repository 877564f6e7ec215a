// The cloud is rebuilt and restarted on every change; Taro serves H5 and hands /api on to the cloud.
import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { context, type Plugin } from 'esbuild'
import { forNode } from './build'
import { root } from './freshness'

const main = path.join(root, 'dist/dev/main.cjs')
let cloud: ChildProcess | undefined

function restart() {
  const start = () => {
    cloud = spawn(process.execPath, ['--enable-source-maps', main], { cwd: root, stdio: 'inherit' })
  }
  if (!cloud || cloud.exitCode !== null) return start()
  cloud.once('exit', start)
  cloud.kill('SIGTERM')
}

const restartOnBuild: Plugin = {
  name: 'restart',
  setup: ({ onEnd }) => onEnd(({ errors }) => void (errors.length || restart())),
}

export async function run() {
  const watching = await context({ ...forNode('cloud/main.ts', main), plugins: [restartOnBuild] })
  await watching.watch()

  const cli = path.join(root, 'node_modules/@tarojs/cli/bin/taro')
  const h5 = spawn(process.execPath, [cli, 'build', '--type', 'h5', '--watch'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'development' },
    stdio: 'inherit',
  })

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      h5.kill(signal)
      cloud?.removeAllListeners('exit').kill(signal)
      await watching.dispose()
    })
  }
}
