import { View } from '@tarojs/components'
import { type AreaCode, levelOf, saidName } from 'domain/kernel/area'
import { areaText } from '@/area/areaNames'
import { lineText } from '@/format/times'
import { useAreas } from '@/store/lists'
import { useRecords } from '@/store/records'
import { Btn } from '@/ui/Btn'
import { type Chip, Chips } from '@/ui/Chips'
import { Link } from '@/ui/Link'
import { Note } from '@/ui/Note'
import type { Asked } from './useAsked'

const BELOW = { district: 'town', town: 'community', community: 'grid', grid: 'grid' } as const

interface AreaChipsProps {
  /** The areas that somebody coordinates. */
  roots: AreaCode[]
  area: AreaCode
  onChange: (area: AreaCode) => void
}

/** From the district to its towns to their communities: the areas above the chosen one, then those below. */
export function AreaChips({ roots, area, onChange }: AreaChipsProps) {
  const areas = useRecords((records) => records.areas)
  const level = levelOf(area)
  const below = useAreas(area, level ? BELOW[level] : 'town')
  const path = roots
    .filter((root) => !area.startsWith(root))
    .concat([6, 9, 12].map((length) => area.slice(0, length)))
    .filter((code) => roots.some((root) => code.startsWith(root)))
  const up: Chip[] = [...new Set(path)].map((code) => ({
    key: code,
    text: areaText(areas, code) ?? code,
    on: code === area,
  }))
  const down: Chip[] =
    level === 'community' ? [] : below.map(({ code, name }) => ({ key: code, text: saidName(name) }))
  return <Chips scroll label='看哪里的' chips={[...up, ...down]} onTap={onChange} />
}

interface AskedBarProps {
  asked: Asked
  /** When the figures were counted. */
  countedAt: string | undefined
  now: string
}

/** Of when the pages are, and the figures over them. */
function seenText(at: string | undefined, countedAt: string | undefined): string {
  if (at && at === countedAt) return `下面是 ${at} 的情况。`
  const figures = countedAt ? `数字是 ${countedAt} 的。` : ''
  return figures + (at ? `下面是 ${at} 看到的。` : '下面是手机里存着的。')
}

/** How fresh the asked pages are, and how to get newer ones. */
export function AskedBar({ asked, countedAt, now }: AskedBarProps) {
  const { busy, problem, next, at, ask } = asked
  if (problem) {
    return (
      <Note tone='warn'>
        {problem}。{seenText(at && lineText(at, now), countedAt && lineText(countedAt, now))}
        <Link text='再试一次' onTap={() => ask()} />
      </Note>
    )
  }
  return (
    <View className='row row--between g-3'>
      <View className='t-foot'>
        {at ? `${lineText(at, now)} 的情况${next ? '，先列最急的' : ''}` : '正在看各社区的单'}
      </View>
      <Btn size='s' look='text' busy={busy} text='刷新' onTap={() => ask()} />
    </View>
  )
}
