/** @jest-environment node */
import { StorageFull } from '@/platform/port'
import { createNodePlatform } from '../../support/nodePlatform'
import { describePlatform } from './contract'
import { openServer } from './server'

let server: Awaited<ReturnType<typeof openServer>>
beforeAll(async () => {
  server = await openServer()
})
afterAll(() => server.close())

describePlatform('a phone made of Node', async () => {
  const disk = new Map<string, string>()
  const phone = createNodePlatform(server.base, disk)
  return {
    platform: phone.platform,
    serve: server.serve,
    received: server.received,
    takeSockets: server.takeSockets,
    cutSockets: server.cutSockets,
    setOnline: phone.setOnline,
    setVisible: phone.setVisible,
    fillUp() {
      disk.set = () => {
        throw new StorageFull()
      }
    },
    pass: (ms) => new Promise((done) => setTimeout(done, ms)),
  }
})
