import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readAreas } from '../../../cloud/import/areas'
import { ImportError } from '../../../cloud/import/importError'
import { readText } from '../../../cloud/import/readText'

const folder = mkdtempSync(path.join(os.tmpdir(), 'areas-'))
afterAll(() => rmSync(folder, { recursive: true }))

const HEADER = 'code,level,name,parent_code'
const ROWS = [
  '441704,district,阳东区,',
  '441704100,town,东城镇,441704',
  '441704100003,community,燕山湖社区,441704100',
]
const AREAS = [
  { code: '441704', name: '阳东区' },
  { code: '441704100', name: '东城镇' },
  { code: '441704100003', name: '燕山湖社区' },
]
const table = (newline = '\n', rows = ROWS) => [HEADER, ...rows, ''].join(newline)

/** 阳东区东城镇燕山湖社区 as GBK has them: nothing in Node writes it. */
const GBK: Record<string, string> = {
  ...{
    阳: 'd1f4',
    东: 'b6ab',
    区: 'c7f8',
    城: 'b3c7',
    镇: 'd5f2',
    燕: 'd1e0',
    山: 'c9bd',
    湖: 'bafe',
    社: 'c9e7',
  },
}
const inGbk = (text: string) =>
  Buffer.concat([...text].map((sign) => (GBK[sign] ? Buffer.from(GBK[sign], 'hex') : Buffer.from(sign))))
const bigEndian = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()

function read(content: string | Buffer) {
  const file = path.join(folder, 'areas.csv')
  writeFileSync(file, content)
  return readAreas(readText(file))
}

/** What is wrong, line by line. */
function refusal(content: string | Buffer): [number, string][] {
  try {
    read(content)
  } catch (error) {
    expect(error).toBeInstanceOf(ImportError)
    return (error as ImportError).problems.map(({ line, reason }) => [line, reason])
  }
  throw new Error('it was taken')
}

test.each<[string, string | Buffer]>([
  ['UTF-8', table()],
  ['UTF-8 with a mark', `\ufeff${table()}`],
  ['lines ending in CRLF', table('\r\n')],
  ['lines ending in CR', table('\r')],
  ['no newline at the end', table().trimEnd()],
  ['empty lines and cells', `${table('\n\n')}\n,,,\n , ,,,\n`],
  [
    'quotes',
    table(
      '\r\n',
      ROWS.map((row) =>
        row
          .split(',')
          .map((cell) => `"${cell}"`)
          .join(','),
      ),
    ),
  ],
  [
    'spaces and invisible characters',
    table(
      '\n',
      ROWS.map((row) => row.replaceAll(',', ' \u200b, ')),
    ),
  ],
  ['digits of full width', table().replaceAll('441704100003', '４４１７０４１００００３')],
  ['tabs', table().replaceAll(',', '\t')],
  ['GBK', inGbk(table('\r\n'))],
  ['UTF-16 of Excel', Buffer.from(`\ufeff${table('\r\n').replaceAll(',', '\t')}`, 'utf16le')],
  ['UTF-16, the high byte first', bigEndian(table())],
  ['UTF-16 without a mark', Buffer.from(table(), 'utf16le')],
  [
    'columns in another order',
    [
      'name,code,parent_code,level',
      ...ROWS.map((row) => row.split(',')).map(([code, level, name, parent]) =>
        [name, code, parent, level].join(','),
      ),
    ].join('\n'),
  ],
  ['children before parents', table('\n', [...ROWS].reverse())],
])('a table with %s is read', (_, content) => {
  expect(read(content).map(({ area }) => area)).toEqual(AREAS)
})

test('names hold commas, quotes and newlines where quotes are around them, and lines are counted on', () => {
  const rows = [...ROWS, '441704101,town,"北惯镇, ""新"" 区\r\n东",441704', '44170,town,短,441704']
  expect(refusal(table('\r\n', rows))).toEqual([[7, expect.stringContaining('「44170」不对')]])
  expect(read(table('\r\n', rows.slice(0, -1))).at(2)?.area.name).toBe('北惯镇, "新" 区\n东')
})

test('all that is wrong is told together, each with its line and what to do', () => {
  const rows = [
    ...ROWS,
    '44170410,town,短,441704',
    '441704101,village,北惯镇,441704',
    '441704102,community,那龙镇,441704',
    '441704103,town,,441704',
    '441704100,town,东城镇,441704',
    '441704104,town,雅韶镇,440705',
    '441704109211,community,茅塘村,441704109',
    '4.41704E+11,community,雅韶村,441704104',
    '441704105,town,大沟镇,441704,多的',
    `441704106,town,${'长'.repeat(61)},441704`,
  ]
  expect(
    refusal(
      table(
        '\n',
        rows.filter((row) => !row.endsWith('多的')),
      ),
    ),
  ).toEqual([
    [5, expect.stringMatching(/「44170410」不对，要 6 位/)],
    [6, expect.stringMatching(/层级「village」认不出来，只能写 district/)],
    [7, expect.stringMatching(/是 9 位，层级应写 town/)],
    [8, expect.stringMatching(/没有名字，请填上/)],
    [9, expect.stringMatching(/重复了，第 3 行已经有/)],
    [10, expect.stringMatching(/上级应是 441704，不是「440705」/)],
    [11, expect.stringMatching(/上级 441704109 不在表里/)],
    [12, expect.stringMatching(/科学记数.*设成文本/)],
    [13, expect.stringMatching(/名字太长/)],
  ])
  expect(refusal(table('\n', rows))).toEqual([[13, expect.stringMatching(/多出一格/)]])
})

const utf8 = Buffer.from(table())
const at = utf8.indexOf('燕')
test.each<[string, string | Buffer, [number, RegExp][]]>([
  ['already lost its characters', table().replace('东城镇', '������'), [[3, /认不出的字.*另存为 UTF-8/]]],
  ['is cut in the middle of a character', utf8.subarray(0, at + 1), [[4, /编码认不出来.*另存为 UTF-8/]]],
  ['has a damaged character', Buffer.concat([utf8.subarray(0, at), utf8.subarray(at + 1)]), [[4, /编码/]]],
  [
    'is GBK in one line and UTF-8 in the others',
    Buffer.concat([utf8, inGbk('441704101,town,东城镇,441704\n')]),
    [[5, /编码/]],
  ],
  [
    'is Big5',
    Buffer.from(
      `${Buffer.from(`${HEADER}\n441704,district,`).toString('hex')}b6a7aa46b0cfa6b7a457a4a42c0a`,
      'hex',
    ),
    [[2, /编码/]],
  ],
  ['is no text', Buffer.from([...Buffer.from(table()), 1, 2, 3]), [[5, /认不出的字/]]],
  ['has no header', ROWS.join('\n'), [[1, /列名 code,level,name,parent_code，缺 code/]]],
  ['is empty', '', [[1, /列名/]]],
  [
    'has a quote that nothing ends',
    table('\n', [...ROWS, '441704101,town,"北惯镇,441704', '441704102,town,那龙镇,441704']),
    [[5, /双引号没有成对/]],
  ],
  [
    'has a quote in the middle of a name',
    table('\n', [...ROWS, '441704101,town,北"惯"镇,441704']),
    [[5, /双引号/]],
  ],
])('a file that %s is refused with the line and the cure', (_, content, told) => {
  expect(refusal(content)).toEqual(told.map(([line, reason]) => [line, expect.stringMatching(reason)]))
})

test('the message names the file, every line, and that nothing was written', () => {
  expect(() => read(table('\n', [...ROWS, '1,town,甲,', '2,town,乙,']))).toThrow(
    /^areas\.csv 有 2 处要改，改好前什么都不会写入：\n {2}第 5 行：.*\n {2}第 6 行：/,
  )
})

test('the table that is delivered is read as it is', () => {
  const file = path.join(__dirname, '../../../cloud/data/areas.csv')
  expect(readAreas(readText(file))).toHaveLength(readFileSync(file, 'utf8').trimEnd().split('\n').length - 1)
})
