import { View } from '@tarojs/components'
import { RATING_NAMES } from 'domain/need'
import { Avatar } from '@/components/Avatar'
import { Card } from '@/components/Card'
import { FieldError } from '@/components/FieldError'
import { Rating, type Score } from '@/components/Rating'
import { TextArea } from '@/components/TextArea'
import type { NeedView } from '@/store/records'
import { lastEvent, tookText } from '@/view/needStory'

/** What the helper says was done, and how it was rated. */
export function Result({ view }: { view: NeedView }) {
  const { need, summary } = view
  if (need.status !== 'served' && need.status !== 'closed') return null
  const finish = lastEvent(view, 'finish')
  const took = finish && tookText(need, finish)
  const score = need.rating?.score ?? summary.score
  if (!finish && !score) return null
  return (
    <Card>
      <View>{finish?.note && <View className='t-body need-quote'>“{finish.note}”</View>}</View>
      <View>
        {finish && (
          <View className='row g-3'>
            <Avatar letter={finish.byName.slice(0, 1)} />
            <View className='t-sub'>{took ? `${finish.byName} · ${took}` : finish.byName}</View>
          </View>
        )}
      </View>
      <View className={score ? 't-sub mt-2' : ''}>
        {score && `评价：${RATING_NAMES[score]}${need.rating?.note ? `，“${need.rating.note}”` : ''}`}
      </View>
    </Card>
  )
}

interface RateCardProps {
  score: Score | undefined
  note: string
  error: string | undefined
  problem: string | undefined
  onScore: (score: Score) => void
  onNote: (note: string) => void
}

/** 满意吗？ */
export function RateCard({ score, note, error, problem, onScore, onNote }: RateCardProps) {
  return (
    <View id='need-rate' className='card card--pad'>
      <View className='t-head'>满意吗？</View>
      <View className='mt-3'>
        <Rating value={score} onChange={onScore} />
      </View>
      <View>{error && <FieldError text={error} />}</View>
      <View className={score ? 'need-sheet mt-3' : ''}>
        {score && (
          <TextArea
            label='写一句'
            placeholder={score > 2 ? '写一句，比如：准时、仔细' : '哪里不够好，说一句'}
            hint='不写也行'
            value={note}
            max={300}
            error={problem}
            onInput={onNote}
          />
        )}
      </View>
    </View>
  )
}
