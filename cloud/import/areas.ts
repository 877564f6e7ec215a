import { CsvError, parse } from 'csv-parse/sync'
import { type Area, area as areaShape } from 'domain/area/area'
import { AREA_LEVELS, levelOf, parentOf } from 'domain/kernel/area'
import { cleaned } from 'domain/kernel/text'
import { ImportError } from './importError'

const FILE = 'areas.csv'
const COLUMNS = ['code', 'level', 'name', 'parent_code'] as const
const DELIMITERS = [',', '\t', ';']

type Cells = Record<(typeof COLUMNS)[number], string>

/**
 * Reads the area table, a line per area, as spreadsheets write it (RFC 4180).
 * @param csv with the columns code, level, name, parent_code
 * @returns parents before children
 * @throws ImportError with every line that breaks a rule
 */
export function readAreas(csv: string): { area: Area; line: number }[] {
  const rows = rowsOf(csv)
  const lines = new Map<string, number>()
  for (const { line, cells } of rows) if (!lines.has(cells.code)) lines.set(cells.code, line)
  const problems = rows.flatMap(({ line, cells }) => {
    const reason = wrongWith(cells) ?? duplicate(cells, lines, line) ?? orphan(cells, lines)
    return reason ? [{ line, reason }] : []
  })
  if (problems.length > 0) throw new ImportError(FILE, problems)
  return rows
    .map(({ line, cells: { code, name } }) => ({ area: { code, name }, line }))
    .sort((a, b) => a.area.code.length - b.area.code.length)
}

function rowsOf(csv: string): { line: number; cells: Cells }[] {
  const [header, ...records] = parsed(csv)
  const names = header?.cells.map((cell) => cell.toLowerCase()) ?? []
  const missing = COLUMNS.filter((name) => !names.includes(name))
  if (missing.length > 0) {
    const reason = `第一行要写列名 ${COLUMNS.join(',')}，缺 ${missing.join('、')}`
    throw new ImportError(FILE, [{ line: header?.line ?? 1, reason }])
  }
  const isColumn = (at: number) => COLUMNS.some((name) => name === names[at])
  const crowded = records.filter(({ cells }) => cells.some((cell, at) => cell !== '' && !isColumn(at)))
  if (crowded.length > 0) {
    const reason = `多出一格，只能有 ${COLUMNS.join('、')} 四列。名字里有逗号的，要用英文双引号括起来`
    throw new ImportError(
      FILE,
      crowded.map(({ line }) => ({ line, reason })),
    )
  }
  return records.map(({ line, cells }) => {
    const cell = (name: keyof Cells) => cells[names.indexOf(name)] ?? ''
    const digits = (name: keyof Cells) => cell(name).normalize('NFKC')
    const level = cell('level').toLowerCase()
    return {
      line,
      cells: { code: digits('code'), level, name: cell('name'), parent_code: digits('parent_code') },
    }
  })
}

/** Records that are not empty, with the lines on which they begin. @throws ImportError where quotes do not pair */
function parsed(csv: string): { line: number; cells: string[] }[] {
  const text = csv.replace(/\r\n?/g, '\n')
  const header = text.split('\n', 1)[0] ?? ''
  const records: { line: number; cells: string[] }[] = []
  let next = 1
  try {
    parse(text, {
      bom: true,
      delimiter: DELIMITERS.find((each) => header.includes(each)) ?? ',',
      record_delimiter: '\n',
      relax_column_count: true,
      on_record: (record: string[], { lines }) => {
        const cells = record.map(cleaned)
        if (cells.some(Boolean)) records.push({ line: next, cells })
        next = lines + 1
        return null
      },
    })
    return records
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new ImportError(FILE, [{ line: next, reason: '双引号没有成对。名字里要写双引号的，写两个' }])
  }
}

/** What is wrong with a row by itself. */
function wrongWith({ code, level, name, parent_code: given }: Cells): string | undefined {
  if (/^\d(\.\d+)?E\+?\d+$/i.test(code))
    return `区划代码「${code}」被表格改成了科学记数，请把这一列设成文本，重新填写`
  if (!areaShape.shape.code.safeParse(code).success)
    return `区划代码「${code}」不对，要 6 位（区）、9 位（镇街）、12 位（社区）或 15 位（网格）数字`
  if (!AREA_LEVELS.some((known) => known === level))
    return `层级「${level}」认不出来，只能写 ${AREA_LEVELS.join('、')}`
  if (level !== levelOf(code)) return `${code} 是 ${code.length} 位，层级应写 ${levelOf(code)}，不是 ${level}`
  if (name === '') return `${code} 没有名字，请填上`
  if (!areaShape.shape.name.safeParse(name).success) return `${code} 的名字太长，最多 60 个字`
  const parent = parentOf(code)
  if (given === (parent ?? '')) return undefined
  return `${code} 的上级${parent ? `应是 ${parent}` : '应空着'}，不是「${given}」`
}

const duplicate = ({ code }: Cells, lines: Map<string, number>, line: number) =>
  lines.get(code) === line ? undefined : `${code} 重复了，第 ${lines.get(code)} 行已经有，请删去一行`

function orphan({ code }: Cells, lines: Map<string, number>) {
  const parent = parentOf(code)
  return parent && !lines.has(parent) ? `上级 ${parent} 不在表里，请补上这一行` : undefined
}
