import { View } from '@tarojs/components'
import { type Answer, unanswered } from 'domain/category/category'
import type { Need } from 'domain/need/need'
import { useState } from 'react'
import { send } from '@/client'
import { findCategory } from '@/store/catalogue'
import { Btn } from '@/ui/Btn'
import { Card } from '@/ui/Card'
import { Note } from '@/ui/Note'
import { answerLines } from '../view/needStory'
import { Questions } from './Questions'

/** What the category would know and nobody has said: asked once the order stands, and told as 补充. */
export function StillAsked({ need }: { need: Need }) {
  const [answers, setAnswers] = useState<Record<string, Answer>>({})
  const [told, setTold] = useState(false)
  const [refused, setRefused] = useState<string>()
  const category = findCategory(need.categoryCode)
  const questions = category ? unanswered(category, need.answers) : []
  if (told) return <Note tone='ok'>记下了，来的人会看到</Note>
  if (questions.length === 0) return null
  const lines = answerLines({ ...need, answers })
  const tell = () => {
    const sent = send('need.move', { needId: need.id, action: 'add', note: lines.join('；') })
    setRefused(sent.ok ? undefined : sent.text)
    setTold(sent.ok)
  }
  return (
    <Card>
      <View className='t-head'>再说一句，来的人好准备</View>
      <Questions
        questions={questions}
        answers={answers}
        errors={refused && questions[0] ? { [`answer-${questions[0].key}`]: refused } : {}}
        onAnswer={(key, answer) => setAnswers({ ...answers, [key]: answer })}
      />
      <View className='mt-4'>
        <Btn block look='ink' text='告诉来的人' disabled={lines.length === 0} onTap={tell} />
      </View>
    </Card>
  )
}
