import { type Area, inhabited } from 'domain/area/area'
import { type AreaCode, type AreaLevel, contains, levelOf } from 'domain/kernel/area'
import { searchedInListed } from 'domain/listing/listed'
import type { Resource } from 'domain/listing/resource'
import type { Service } from 'domain/listing/service'
import type { Org } from 'domain/org/org'
import type { Person } from 'domain/person/person'
import { type Records, useRecords } from './records'
import { useSelected } from './selected'
import { rowFinder } from './words'

/** Left out: any. */
export interface ListFilter {
  area?: AreaCode | undefined
  categoryCode?: string | undefined
  /** Words in what the list shows of it, or in its category. */
  q?: string | undefined
  /** Those taken off too, for who keeps the list. */
  unlisted?: boolean | undefined
}

type Listed = Service | Resource

const fits = (item: Listed, { area, categoryCode, unlisted }: ListFilter) =>
  (item.listed || unlisted === true) &&
  (!area || contains(area, item.communityCode)) &&
  (!categoryCode || item.categoryCode === categoryCode)

// Ids are time-ordered, so this is newest first.
const byId = (a: Listed, b: Listed) => (a.id < b.id ? 1 : -1)

function useListed<T extends 'services' | 'resources'>(table: T, filter: ListFilter): Records[T][string][] {
  return useSelected(
    (records) => records[table],
    (records) =>
      (Object.values(records[table]) as Listed[])
        .filter((item) => fits(item, filter))
        .filter(rowFinder(filter.q, searchedInListed))
        .sort(byId) as Records[T][string][],
    table + JSON.stringify(filter),
  )
}

export const useServices = (filter: ListFilter = {}): Service[] => useListed('services', filter)
export const useResources = (filter: ListFilter = {}): Resource[] => useListed('resources', filter)
export const useService = (id: string): Service | undefined => useRecords(({ services }) => services[id])
export const useResource = (id: string): Resource | undefined => useRecords(({ resources }) => resources[id])

/** Areas of a level in another where people live, in the order of their codes: for pickers. */
export const useAreas = (within: AreaCode, level: AreaLevel): Area[] =>
  useSelected(
    ({ areas }) => areas,
    ({ areas }) =>
      inhabited(Object.values(areas))
        .filter(({ code }) => contains(within, code) && levelOf(code) === level)
        .sort((a, b) => (a.code < b.code ? -1 : 1)),
    within + level,
  )

export const useArea = (code: AreaCode | undefined): Area | undefined =>
  useRecords(({ areas }) => (code ? areas[code] : undefined))

export const useOrgs = (): Org[] =>
  useSelected(
    ({ orgs }) => orgs,
    ({ orgs }) => Object.values(orgs).sort((a, b) => (a.name < b.name ? -1 : 1)),
  )

export const useMe = (): Person | undefined => useRecords(({ me }) => me)
