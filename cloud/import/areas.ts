import { AREA_LEVELS, type Area, levelOf, parentOf } from 'domain/area'
import { ImportError } from './importError'

const HEADER = 'code,level,name,parent_code'

/**
 * Reads the area table: a line per area, parents before children.
 * @param csv UTF-8 text with the columns code, level, name, parent_code
 * @throws ImportError with the first line that breaks a rule
 */
export function readAreas(csv: string): { area: Area; line: number }[] {
  const [header, ...lines] = csv.trimEnd().split(/\r?\n/)
  if (header !== HEADER) throw new ImportError('areas.csv', 1, `the columns should be ${HEADER}`)
  const known = new Set<string>()
  const areas = lines.map((text, index) => {
    const line = index + 2
    const fail = (reason: string): never => {
      throw new ImportError('areas.csv', line, reason)
    }
    const [code = '', level, name = '', parent = '', ...rest] = text.split(',')
    if (rest.length > 0) fail('it has more than four columns')
    if (!/^\d{6}(\d{3}){0,3}$/.test(code)) fail(`«${code}» is no area code`)
    if (level !== levelOf(code)) fail(`${code} is a ${levelOf(code)}, not a ${level}`)
    if (name.trim() === '') fail('it has no name')
    if (parent !== (parentOf(code) ?? '')) fail(`the parent of ${code} cannot be «${parent}»`)
    if (known.has(code)) fail(`${code} stands in the table twice`)
    known.add(code)
    return { area: { code, name: name.trim() }, line }
  })
  const depth = (code: string) => AREA_LEVELS.findIndex((level) => level === levelOf(code))
  for (const { area, line } of areas) {
    const parent = parentOf(area.code)
    if (parent && !known.has(parent)) throw new ImportError('areas.csv', line, `${parent} is missing`)
  }
  return areas.sort((a, b) => depth(a.area.code) - depth(b.area.code))
}
