import type { Instant } from 'domain/kernel/time'
import { useMemo, useSyncExternalStore } from 'react'
import type { Platform, Stop } from '@/platform/port'
import { useAppState } from './appState'

const MINUTE_MS = 60_000

const millis = () => Date.now() + useAppState.getState().clockOffsetMs

/** The server's time as well as this phone can know it: for what people do. What is drawn goes by `useNow`. */
export const serverNow = (): Instant => new Date(millis()).toISOString()

const minuteOf = (ms: number) => Math.floor(ms / MINUTE_MS)

/** What the screen shows, the same wherever it is looked at within one minute. */
let shown = { minute: Number.NaN, now: '' as Instant }
function shownNow(): Instant {
  const ms = millis()
  if (minuteOf(ms) !== shown.minute) shown = { minute: minuteOf(ms), now: new Date(ms).toISOString() }
  return shown.now
}

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setTimeout> | undefined
let seen = true

function tick() {
  for (const listener of [...listeners]) listener()
  wait()
}

/** Until the next minute begins. Nothing runs while nobody looks, or nothing that they look at depends on the time. */
function wait() {
  clearTimeout(timer)
  timer = undefined
  if (seen && listeners.size > 0) timer = setTimeout(tick, MINUTE_MS - (millis() % MINUTE_MS))
}

function onTick(listener: () => void): Stop {
  listeners.add(listener)
  if (!timer) wait()
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) wait()
  }
}

/** Once, when the app is launched: a phone in a pocket ticks not, and one that is taken out of it at once. */
export function tickOn(screen: Platform['screen']): Stop {
  const show = (visible: boolean) => {
    seen = visible
    if (visible) tick()
    else wait()
  }
  seen = screen.visible()
  return screen.onChange(show)
}

/** The time of what is drawn, anew every minute, so that what is left of a promise stays true while somebody looks. */
export const useNow = (): Instant => useSyncExternalStore(onTick, shownNow)

/**
 * What depends on the time: its component is drawn anew only when something else comes of it.
 * @param of what else it depends on
 */
export function useTimed<T>(compute: (now: Instant) => T, of: readonly unknown[]): T {
  const read = useMemo(() => {
    let last: { now: Instant; value: T; text: string } | undefined
    return (): T => {
      const now = shownNow()
      if (last?.now === now) return last.value
      const value = compute(now)
      const text = JSON.stringify(value) ?? ''
      last = { now, text, value: last?.text === text ? last.value : value }
      return last.value
    }
    // biome-ignore lint/correctness/useExhaustiveDependencies: `of` says what it depends on
  }, of)
  return useSyncExternalStore(onTick, read)
}
