import { View } from '@tarojs/components'
import { Btn } from '@/ui/Btn'
import { Card } from '@/ui/Card'
import { KindLabel } from '@/ui/KindLabel'
import { Metas } from '@/ui/Metas'
import { NeedCard } from '@/ui/NeedCard'
import { NeedRow } from '@/ui/NeedRow'
import { OfferCard } from '@/ui/OfferCard'
import { Person } from '@/ui/Person'
import { ResourceCard } from '@/ui/ResourceCard'
import { ServiceCard } from '@/ui/ServiceCard'
import { Skeleton } from '@/ui/Skeleton'
import { Slots } from '@/ui/Slots'
import { StatusTag, type StatusTone } from '@/ui/StatusTag'
import { Block, nothing } from './Block'

const TONES: StatusTone[] = [
  'dispatch',
  'claim',
  'claimed',
  'serving',
  'rate',
  'done',
  'redo',
  'urge',
  'rejected',
  'withdrawn',
  'queued',
  'failed',
  'merged',
]

export function Statuses({ tones = TONES }: { tones?: StatusTone[] }) {
  return (
    <Block title='流程状态：图形越满，办得越多'>
      <View className='row wrap g-2'>
        {tones.map((tone) => (
          <StatusTag key={tone} tone={tone} />
        ))}
      </View>
    </Block>
  )
}

const HOSPITAL = {
  kind: 'help',
  icon: 'stethoscope',
  label: '求助 · 陪诊就医',
  tone: 'claim',
  title: '陪独居老人去医院复查',
  place: '燕山湖社区 · 同一网格',
  time: '明天 08:30',
  age: '26 分钟前',
  onTap: nothing,
} as const
const LONG = '小区门口的排水沟堵了好几天，一下雨水就漫到一楼住户家里，老人进出很不方便，想请人尽快来疏通'

export const Plain = () => (
  <Block title='需求卡 · 平常'>
    <NeedCard {...HOSPITAL} slots={{ total: 2, taken: 1, letters: ['王'] }} />
  </Block>
)

export const Waiting = () => (
  <Block title='需求卡 · 待发送'>
    <NeedCard kind='report' label='问题 · 公共设施' tone='queued' title='楼道扶手松了' look='waiting' />
  </Block>
)

export const Loading = () => (
  <Block title='需求卡 · 加载中'>
    <Skeleton count={1} />
  </Block>
)

export const MoreNeeds = () => (
  <Block title='需求卡 · 新到、已满、已读、写得很长'>
    <View>
      <NeedCard {...HOSPITAL} look='new' />
      <NeedCard {...HOSPITAL} tone='claimed' slots={{ total: 2, taken: 2, letters: ['王', '陈'] }} />
      <NeedCard
        kind='wish'
        label='微心愿 · 学习用品'
        tone='done'
        look='dim'
        title='想要一盏护眼台灯'
        age='昨天'
      />
      <NeedCard {...HOSPITAL} kind='report' label='问题 · 市容环境与公共设施' title={LONG} tone='rejected' />
    </View>
  </Block>
)

export const Recommended = () => (
  <Block title='需求卡 · 推荐、排队'>
    <View>
      <NeedCard
        {...HOSPITAL}
        slots={{ total: 1, taken: 0 }}
        why={{
          reasons: [
            { icon: 'tool', text: '您会陪诊，正好对口' },
            { icon: 'map-pin', text: '同一网格，离您最近' },
            { icon: 'calendar-time', text: '您手上还有 2 件', mind: true },
          ],
          onUnfit: nothing,
        }}
        action={<Btn size='s' look='ink' text='我来接' onTap={nothing} />}
      />
      <NeedCard {...HOSPITAL} tone='dispatch' left={{ text: '还剩 24 分要派出', tone: 'warn' }} />
      <NeedCard {...HOSPITAL} tone='urge' left={{ text: '已超 12 分', tone: 'late' }}>
        <Person name='陈师傅' note='同一网格' tail={<Btn size='s' text='派单' onTap={nothing} />} />
      </NeedCard>
    </View>
  </Block>
)

export const NeedRows = () => (
  <Block title='紧凑行'>
    <Card pad={false}>
      <NeedRow
        title='厨房水龙头漏水'
        tone='serving'
        progress={{ step: 4, text: '陈师傅在路上，约 10:10 到', promise: '今天 18:00 前' }}
        onTap={nothing}
      />
      <NeedRow title='3 栋 2 单元楼道灯不亮' tone='claim' onTap={nothing} />
      <NeedRow title={LONG} tone='failed' onTap={nothing} />
    </Card>
  </Block>
)

export const Offers = () => (
  <Block title='服务与资源'>
    <View>
      <ServiceCard
        label='义诊健康'
        icon='stethoscope'
        title='周末义诊：量血压、测血糖'
        by='区人民医院'
        place='党群服务中心'
        time='周六 09:00'
        seatsLeft={6}
        tag={{ text: '今天有场次', tone: 'ok' }}
        onOrder={nothing}
      />
      <ServiceCard label='长者饭堂' title='午餐配送' by='长者饭堂' seatsLeft={0} onOrder={nothing} />
      <ServiceCard kind='training' label='培训' title='手机怎么用' by='区党校' onTap={nothing} />
      <ResourceCard
        label='借用物品'
        title='轮椅'
        place='党群服务中心'
        hours='周一至周五 8:30–17:30'
        free={3}
        total={5}
        unit='台'
        action={{ text: '借用', onTap: nothing }}
      />
      <ResourceCard label='借用物品' title='折叠梯' free={0} total={1} unit='架' onTap={nothing} />
      <OfferCard kind='wish' label='其他' title='只有标题' metas={[]} />
    </View>
  </Block>
)

export const Parts = () => (
  <Block title='卡里的零件：类别、名额、事实'>
    <Card>
      <View className='stack g-3'>
        {['wish', 'help', 'report', 'idea', 'service', 'resource', 'training'].map((kind) => (
          <KindLabel key={kind} kind={kind} text={`类别 · ${kind}`} />
        ))}
        <Slots total={1} taken={0} />
        <Slots total={4} taken={2} letters={['王', '陈']} />
        <Slots total={3} taken={3} letters={['王', '陈']} />
        <Slots total={12} taken={7} text='还差 5 人，随时可以加入' />
        <Metas
          metas={[
            { icon: 'map-pin', text: '燕山湖社区' },
            { icon: 'calendar-time', text: '今天 14:00–17:00' },
            { icon: 'users', text: '很长的事实写不下时换到下一行，再长就两行' },
          ]}
        />
      </View>
    </Card>
  </Block>
)
