import { View } from '@tarojs/components'
import { categoryOf } from 'domain/category'
import { Card } from '@/components/Card'
import { categoryIcon } from '@/components/icons'
import { KindLabel } from '@/components/KindLabel'
import { type Meta, Metas } from '@/components/Metas'
import { Note } from '@/components/Note'
import { useService } from '@/store/lists'
import { isMine } from '@/store/needs'
import { type NeedView, useRecords } from '@/store/records'
import { placeText } from '@/view/areaNames'
import { categoryLabel, titleOfNeed } from '@/view/needCard'
import { answerLines, saidParts } from '@/view/needStory'
import { sittingText } from '@/view/times'

/** What was asked for, as far as this person may read it. */
export function Facts({ view }: { view: NeedView }) {
  const { need, summary, whole } = view
  const areas = useRecords((records) => records.areas)
  const session = useService(need.serviceId ?? '')?.sessions.find((each) => each.id === need.sessionId)
  const place = placeText(areas, need)
  const time = session ? sittingText(session.startsAt, session.endsAt) : summary.whenText
  const { head, rest } = whole ? saidParts(need) : { head: titleOfNeed(view), rest: '' }
  const metas: Meta[] = [
    ...(time ? [{ icon: 'calendar-time', text: time } as const] : []),
    ...(place ? [{ icon: 'map-pin', text: place } as const] : []),
    { icon: 'user', text: whole ? need.requesterName : summary.requesterName },
  ]
  return (
    <Card>
      <View className='row row--between g-2'>
        <KindLabel
          kind={need.kind}
          text={categoryLabel(need)}
          icon={categoryIcon(categoryOf(need.categoryCode))}
        />
        <View className='t-foot t-nowrap'>
          {whole && (need.placedFor ? `代${need.placedFor.relation}点` : '本人')}
        </View>
      </View>
      <View className='t-head mt-3'>{head}</View>
      <View className={rest ? 't-body mt-2' : ''}>{rest}</View>
      <View>
        {whole &&
          answerLines(need).map((line) => (
            <View key={line} className='t-sub mt-1'>
              {line}
            </View>
          ))}
      </View>
      <Metas metas={metas} />
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
