import type { Platform } from './port'

export const clock: Platform['clock'] = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** Lets a slow phone paint and hear a finger in between. */
export const nextTask = () => new Promise<void>((done) => setTimeout(done))
