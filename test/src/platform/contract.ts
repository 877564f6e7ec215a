import { NetworkFailure, type Platform, StorageFull } from '@/platform/port'

export type Serving = { status: number; body: unknown } | 'hang' | 'down'

/** What the suite needs to bring a platform into each situation. */
export interface Rig {
  platform: Platform
  /** The next requests are answered so; 'hang' never, 'down' by nobody. */
  serve(how: Serving): void
  /** The last request that arrived. */
  received(): { method: string; path: string; authorization: string | undefined; body: unknown }
  /** From now on sockets are taken, and send back what they hear, or are refused. */
  takeSockets(take: boolean): void
  /** The other side closes all of them. */
  cutSockets(): void
  setOnline(online: boolean): void
  setVisible(visible: boolean): void
  /** From now on the storage takes nothing more. */
  fillUp(): void
  /** Another window of the same browser, where there can be one: it waits for its turn to write. */
  openWindow?(): Promise<{ platform: Platform; close(): void }>
  /** Waits for, or lets pass, so many milliseconds. */
  pass(ms: number): Promise<void>
}

/** Every platform, real or fake, does this. @param hasWindows whether its rig can open another window */
export function describePlatform(name: string, setUp: () => Promise<Rig>, hasWindows = false) {
  describe(name, () => {
    let rig: Rig
    beforeEach(async () => {
      rig = await setUp()
    })

    describe('storage', () => {
      test('gives back what was kept, and nothing for what was not', () => {
        const { storage } = rig.platform
        storage.set('xf/a', '{"text":"灯不亮"}')
        expect(storage.get('xf/a')).toBe('{"text":"灯不亮"}')
        expect(storage.get('xf/b')).toBeUndefined()
        expect(storage.keys()).toContain('xf/a')
      })

      test('keeps no key that was removed', () => {
        const { storage } = rig.platform
        storage.set('xf/a', '1')
        storage.remove('xf/a')
        storage.remove('xf/never')
        expect(storage.get('xf/a')).toBeUndefined()
        expect(storage.keys()).not.toContain('xf/a')
      })

      test('says when it is full, and what stood there before still stands', () => {
        const { storage } = rig.platform
        storage.set('xf/a', 'before')
        rig.fillUp()
        expect(() => storage.set('xf/a', 'x'.repeat(10_000))).toThrow(StorageFull)
        expect(storage.get('xf/a')).toBe('before')
      })
    })

    describe('requests', () => {
      const ask = (timeoutMs = 5000) =>
        rig.platform.request({
          method: 'POST',
          path: '/api/sync',
          body: { a: '一' },
          token: 'secret',
          timeoutMs,
        })

      test('carry JSON and the token, in the header and not in the address', async () => {
        rig.serve({ status: 200, body: { ok: true } })
        expect(await ask()).toEqual({ status: 200, body: { ok: true } })
        expect(rig.received()).toEqual({
          method: 'POST',
          path: '/api/sync',
          authorization: 'Bearer secret',
          body: { a: '一' },
        })
      })

      test('without a body or a token carry none', async () => {
        rig.serve({ status: 200, body: { rows: [] } })
        await rig.platform.request({ method: 'GET', path: '/api/needs?area=441704' })
        expect(rig.received()).toEqual({
          method: 'GET',
          path: '/api/needs?area=441704',
          authorization: undefined,
          body: undefined,
        })
      })

      test.each([401, 409, 429, 500, 503])('resolve with %i like any other answer', async (status) => {
        rig.serve({ status, body: { code: 'x', text: 'y' } })
        expect(await ask()).toEqual({ status, body: { code: 'x', text: 'y' } })
      })

      test('fail in one way when nobody answers', async () => {
        rig.serve('down')
        await expect(ask()).rejects.toEqual(new NetworkFailure('unreachable'))
      })

      test('fail in one way when the answer does not come in time', async () => {
        rig.serve('hang')
        const answer = expect(ask(300)).rejects.toMatchObject({ name: 'NetworkFailure', reason: 'timeout' })
        await rig.pass(400)
        await answer
      })
    })

    describe('sockets', () => {
      let told: string[]
      const connect = () => {
        told = []
        return rig.platform.connect('/api/live', {
          onOpen: () => told.push('open'),
          onMessage: (text) => told.push(text),
          onClose: () => told.push('closed'),
        })
      }

      test('open, carry text both ways, and say once when the other side closes them', async () => {
        rig.takeSockets(true)
        const socket = connect()
        expect(told).toEqual([])
        await rig.pass(300)
        socket.send('{"text":"灯不亮"}')
        await rig.pass(300)
        rig.cutSockets()
        await rig.pass(300)
        expect(told).toEqual(['open', '{"text":"灯不亮"}', 'closed'])
        socket.send('too late')
        socket.close()
        await rig.pass(300)
        expect(told).toHaveLength(3)
      })

      test('that are refused say so once', async () => {
        rig.takeSockets(false)
        connect()
        await rig.pass(500)
        expect(told).toEqual(['closed'])
      })

      test('say nothing more after they were closed here, also before they were open', async () => {
        rig.takeSockets(true)
        connect().close()
        await rig.pass(300)
        expect(told).toEqual([])
        const socket = connect()
        await rig.pass(300)
        socket.send('a')
        socket.close()
        await rig.pass(300)
        expect(told).toEqual(['open'])
      })
    })

    test('the network switch is told once a change, and no more after it was stopped', () => {
      const told: boolean[] = []
      const stop = rig.platform.network.onChange((online) => told.push(online))
      expect(rig.platform.network.online()).toBe(true)
      rig.setOnline(false)
      rig.setOnline(false)
      expect(rig.platform.network.online()).toBe(false)
      rig.setOnline(true)
      stop()
      rig.setOnline(false)
      expect(told).toEqual([false, true])
      rig.setOnline(true)
    })

    test('going to the background and coming back is told', () => {
      const told: boolean[] = []
      const stop = rig.platform.screen.onChange((visible) => told.push(visible))
      rig.setVisible(false)
      expect(rig.platform.screen.visible()).toBe(false)
      rig.setVisible(true)
      stop()
      expect(told).toEqual([false, true])
    })

    test('a window alone is the one that writes, at the latest soon after it was opened', async () => {
      await rig.pass(50)
      expect(rig.platform.windows.isLeader()).toBe(true)
    })

    const describeWindows = hasWindows ? describe : undefined
    describeWindows?.('two windows of one browser', () => {
      test('hear which keys the other has set and removed, and not their own', async () => {
        const other = await rig.openWindow?.()
        const told: string[] = []
        const stop = rig.platform.windows.onStored((key) => told.push(key))
        other?.platform.storage.set('xf/a', '1')
        rig.platform.storage.set('xf/b', '1')
        await rig.pass(50)
        other?.platform.storage.remove('xf/a')
        await rig.pass(50)
        stop()
        other?.platform.storage.set('xf/c', '1')
        await rig.pass(50)
        expect(told.filter((key) => /a|b|c$/.test(key))).toEqual(['xf/a', 'xf/a'])
        other?.close()
      })

      test('take turns: one writes, the other when that is closed or when it takes over', async () => {
        await rig.pass(50)
        const other = await rig.openWindow?.()
        if (!other) throw new Error('no other window')
        const turns = () => [rig.platform.windows.isLeader(), other.platform.windows.isLeader()]
        const told: string[] = []
        rig.platform.windows.onChange(() => told.push('first'))
        const stop = other.platform.windows.onChange(() => told.push('second'))
        await rig.pass(50)
        expect(turns()).toEqual([true, false])

        other.platform.windows.takeOver()
        await rig.pass(2500)
        expect(turns()).toEqual([false, true])
        expect(told.sort()).toEqual(['first', 'second'])
        stop()
        other.close()
        await rig.pass(2500)
        expect(rig.platform.windows.isLeader()).toBe(true)
      })
    })

    test('random bytes are as many as asked, and not the same twice', () => {
      const [a, b] = [rig.platform.randomBytes(10), rig.platform.randomBytes(10)]
      expect(a).toHaveLength(10)
      expect([...a]).not.toEqual([...b])
    })

    test('a timer runs once, and not when it was stopped', async () => {
      const ran: string[] = []
      rig.platform.clock.after(20, () => ran.push('a'))
      rig.platform.clock.after(20, () => ran.push('b'))()
      await rig.pass(100)
      expect(ran).toEqual(['a'])
    })
  })
}
