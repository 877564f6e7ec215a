import { View } from '@tarojs/components'
import { locationText } from '@/area/areaNames'
import { orderedText } from '@/listing/view/sitting'
import { useSay } from '@/shell/useSay'
import { categoryOfNeed } from '@/store/catalogue'
import { useService } from '@/store/lists'
import { type NeedView, useRecords } from '@/store/records'
import { Card } from '@/ui/Card'
import { categoryIcon } from '@/ui/icons'
import { KindLabel } from '@/ui/KindLabel'
import { type Meta, Metas } from '@/ui/Metas'
import { Note } from '@/ui/Note'
import { isMine } from '../store/needs'
import { categoryLabel, titleOfNeed } from '../view/needCard'
import { answerLines, saidParts } from '../view/needStory'
import { OwnContact } from './Contact'

interface FactsProps {
  view: NeedView
  /** For who left address and phone, and may read them. */
  own: boolean
}

/** What was asked for, as far as this person may read it. */
export function Facts({ view, own }: FactsProps) {
  const { need, summary, whole } = view
  const { head, rest } = whole ? saidParts(need) : { head: titleOfNeed(view), rest: '' }
  const requester = whole ? need.requesterName : summary.requesterName
  return (
    <Card>
      <View className='row row--between wrap g-2'>
        <KindLabel kind={need.kind} text={categoryLabel(need)} icon={categoryIcon(categoryOfNeed(need))} />
        <View className='t-foot'>
          {whole && (need.placedFor ? `代${need.placedFor.relation}点` : isMine(view) && '本人')}
        </View>
      </View>
      <View className='t-head mt-3'>{head}</View>
      <View className={rest ? 't-body mt-2' : ''}>{rest}</View>
      <Answers view={view} />
      <Metas metas={[...useWhenAndWhere(view), { icon: 'user', text: requester }]} />
      <View>{own && <OwnContact needId={need.id} />}</View>
      <View className='mt-3'>
        <Note icon='lock'>
          {whole
            ? `门牌和电话只给${isMine(view) ? '您' : '点单人'}、接单人和本社区工作人员看，办结后自动隐藏。`
            : '原话、门牌和电话只给接单人和本社区工作人员看。'}
        </Note>
      </View>
    </Card>
  )
}

/** For who holds it: in the words of who asked. The title stands above. */
export function Said({ view }: { view: NeedView }) {
  const { need } = view
  const { head, rest } = saidParts(need)
  const words = rest || (head === need.title ? '' : head)
  const metas: Meta[] = [
    ...useWhenAndWhere(view),
    ...(need.number ? [{ icon: 'file-text', text: `单号 ${need.number}` } as const] : []),
  ]
  return (
    <Card>
      <View className='t-body'>{words && `“${words}”`}</View>
      <Answers view={view} />
      <Metas metas={metas} />
    </Card>
  )
}

function Answers({ view }: { view: NeedView }) {
  return (
    <View>
      {view.whole &&
        answerLines(view.need).map((line) => (
          <View key={line} className='t-sub mt-1'>
            {line}
          </View>
        ))}
    </View>
  )
}

function useWhenAndWhere(view: NeedView): Meta[] {
  const { need, summary } = view
  const say = useSay()
  const areas = useRecords((records) => records.areas)
  const session = useService(need.serviceId ?? '')?.sessions.find((each) => each.id === need.sessionId)
  const place = locationText(areas, need)
  const time = need.kind === 'service' ? orderedText(view, session) : summary.whenText
  return [
    ...(time ? [{ icon: 'calendar-time', text: say(time) } as const] : []),
    ...(place ? [{ icon: 'map-pin', text: place } as const] : []),
  ]
}
