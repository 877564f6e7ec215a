import { type AreaCode, saidName } from 'domain/kernel/area'

type Names = Record<string, { name: string } | undefined>

/** The name of an area; nothing where this phone does not know it yet. */
export const areaText = (areas: Names, code: AreaCode | undefined): string | undefined => {
  const name = code && areas[code]?.name
  return name && saidName(name)
}

/** Where a need lies, as closely as lists say it: the grid within one's own community, otherwise with its community. */
export function locationText(
  areas: Names,
  { gridCode, communityCode }: { gridCode?: AreaCode | undefined; communityCode: AreaCode },
  own?: AreaCode,
): string | undefined {
  const grid = areaText(areas, gridCode)
  const community = areaText(areas, communityCode)
  if (own === communityCode && grid) return grid
  return community && grid ? `${community} ${grid}` : (community ?? grid)
}
