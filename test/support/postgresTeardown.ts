import fs from 'node:fs'

export default async function teardown() {
  if (!globalThis.testPostgres) return
  const { server, folder } = globalThis.testPostgres
  await server.stop()
  fs.rmSync(folder, { recursive: true, force: true })
}
