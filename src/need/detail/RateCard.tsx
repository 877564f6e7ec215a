import { View } from '@tarojs/components'
import { useState } from 'react'
import { Chips } from '@/ui/Chips'
import { FieldError } from '@/ui/FieldError'
import { Note } from '@/ui/Note'
import { Rating } from '@/ui/Rating'
import { TextArea } from '@/ui/TextArea'
import { praiseFor } from '../view/reasons'
import { RATE_CARD, type Rate } from './useRating'

const WRITE = '写一句'

interface RateCardProps {
  rate: Rate
  /** Why it could not be kept. */
  problem: string | undefined
}

/** 满意吗？ Then what for, to tap or to write; who is not satisfied learns that it can be done again. */
export function RateCard({ rate, problem }: RateCardProps) {
  const { score, picked, words } = rate
  const [writing, setWriting] = useState(false)
  const chips =
    score === undefined
      ? []
      : [
          ...praiseFor(score).map((text) => ({ key: text, text, on: picked.includes(text) })),
          { key: WRITE, text: WRITE, on: writing },
        ]
  return (
    <View id={RATE_CARD} className='card card--pad'>
      <View className='t-head'>满意吗？</View>
      <View className='mt-3'>
        <Rating value={score} onChange={rate.choose} />
      </View>
      <View>{rate.error && <FieldError text={rate.error} />}</View>
      <View className={score ? 'mt-3' : ''}>
        {score && (
          <Chips
            label={score > 2 ? '哪里做得好' : '哪里不够好'}
            filled
            chips={chips}
            onTap={(key) => (key === WRITE ? setWriting(!writing) : rate.pick(key))}
          />
        )}
      </View>
      <View className={writing ? 'need-sheet mt-3' : ''}>
        {writing && (
          <TextArea
            label={WRITE}
            placeholder={score && score > 2 ? '比如：下次还请他来' : '哪里不够好，说一句'}
            hint='不写也行'
            value={words}
            max={260}
            error={rate.problem}
            onInput={rate.setWords}
          />
        )}
      </View>
      <View className={score && score <= 2 ? 'mt-3' : ''}>
        {score && score <= 2 && (
          <Note tone='info' icon='s-redo'>
            没办好就点“不满意，重办”，会换一位来看，上面说的一起带上。只说看法，就点“确认评价”。
          </Note>
        )}
      </View>
      <View className={problem ? 'mt-3' : ''}>{problem && <Note tone='late'>{problem}</Note>}</View>
    </View>
  )
}
