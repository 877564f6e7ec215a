import { View } from '@tarojs/components'
import { OPEN_STATUSES } from 'domain/need/status'
import { useState } from 'react'
import { locationText } from '@/area/areaNames'
import { agoText } from '@/format/times'
import { Guarded } from '@/shell/Guarded'
import { type NeedView, useRecords } from '@/store/records'
import { Btn } from '@/ui/Btn'
import { NeedRow } from '@/ui/NeedRow'
import { Note } from '@/ui/Note'
import { press } from '@/ui/press'
import { SearchBar } from '@/ui/SearchBar'
import { Sheet } from '@/ui/Sheet'
import { useNeeds } from '../store/needs'
import { titleOfNeed } from '../view/needCard'
import { listTone } from '../view/needStatus'
import { step } from './dispatchStep'

const MOST = 20

interface MergeSheetProps {
  view: NeedView
  now: string
  onClose: () => void
  onDone: () => void
}

/** 并单: which need says the same. Those of the same category come first. */
export function MergeSheet({ view: { need }, now, onClose, onDone }: MergeSheetProps) {
  const [q, setQ] = useState('')
  const [target, setTarget] = useState<NeedView>()
  const [problem, setProblem] = useState<string>()
  const open = useNeeds({ area: need.communityCode, statuses: OPEN_STATUSES, q: q.trim() || undefined })
  const same = ({ need: other }: NeedView) => Number(other.categoryCode === need.categoryCode)
  const found = open
    .filter((other) => other.need.id !== need.id && !other.local)
    .sort((a, b) => same(b) - same(a))
    .slice(0, MOST)

  const merge = (into: NeedView) => {
    const refused = step({ needId: need.id, action: 'merge', targetId: into.need.id })
    if (refused) setProblem(refused)
    else onDone()
  }

  if (target) {
    return (
      <Sheet
        title='并到这一单一起办？'
        onClose={onClose}
        actions={
          <>
            <Btn grow text='换一单' onTap={() => setTarget(undefined)} />
            <Btn grow look='ink' text='并单' onTap={() => merge(target)} />
          </>
        }
      >
        <Target view={target} now={now} />
        <View className='mt-3'>
          <Note tone={problem ? 'late' : 'info'}>
            {problem ?? '点单的人会看到并到了哪一单，办好后都会收到结果'}
          </Note>
        </View>
      </Sheet>
    )
  }
  return (
    <Sheet title='并到哪一单' onClose={onClose}>
      <SearchBar value={q} placeholder='搜内容或单号' onInput={setQ} />
      <View className='mt-2'>
        {found.length > 0 ? (
          found.map((other) => (
            <Guarded key={other.need.id} part='target' of={other}>
              <Target view={other} now={now} onTap={() => setTarget(other)} />
            </Guarded>
          ))
        ) : (
          <Note>{q ? `没找到“${q}”，换个说法试试` : '这个社区没有别的在办的单'}</Note>
        )}
      </View>
    </Sheet>
  )
}

function Target({ view, now, onTap }: { view: NeedView; now: string; onTap?: () => void }) {
  const areas = useRecords((records) => records.areas)
  const { need } = view
  const facts = [need.number, locationText(areas, need, need.communityCode), agoText(need.placedAt, now)]
  return (
    <View className='target' {...press(onTap)}>
      <NeedRow title={titleOfNeed(view)} tone={listTone(view)} />
      <View className='t-foot mt-1'>{facts.filter(Boolean).join(' · ')}</View>
    </View>
  )
}
