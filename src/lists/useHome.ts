import type { AreaCode } from 'domain/kernel/area'
import { useRecords } from '@/store/records'

/** The grid where this person lives, from which near is measured; a guest has none. */
export const useHome = (): AreaCode | undefined => useRecords(({ me }) => me?.homeGrid)
