import type { Instant } from 'domain/kernel/time'
import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { useNow } from './clock'
import { type Records, useRecords } from './records'

const sameInputs = (a: unknown, b: unknown) =>
  Array.isArray(a) && Array.isArray(b)
    ? a.length === b.length && a.every((each, index) => Object.is(each, b[index]))
    : Object.is(a, b)

/**
 * A list or figures derived from the records: computed only when what it reads has changed, and the
 * component draws again only when a part of the result is another object.
 * @param reads what `compute` depends on
 * @param key says what else it depends on
 */
export function useSelected<T>(
  reads: (records: Records) => unknown,
  compute: (records: Records) => T,
  key = '',
): T {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says what the two functions depend on
  const select = useMemo(() => {
    let inputs: unknown
    let result: { value: T } | undefined
    return (records: Records): T => {
      const now = reads(records)
      if (!result || !sameInputs(inputs, now)) result = { value: compute(records) }
      inputs = now
      return result.value
    }
  }, [key])
  return useRecords(useShallow(select))
}

/** The same of what depends on the time too: computed anew every minute while somebody looks. */
export function useSelectedNow<T>(
  reads: (records: Records) => unknown,
  compute: (records: Records, now: Instant) => T,
  key = '',
): T {
  const now = useNow()
  return useSelected(reads, (records) => compute(records, now), `${key} ${now}`)
}
