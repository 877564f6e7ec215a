import { View } from '@tarojs/components'
import type { NeedAction } from 'domain/moves'
import { activeAssignments, type Need } from 'domain/need'
import { REFUSALS } from 'domain/refusal'
import { holdsPersonalData } from 'domain/text'
import { asksOf } from 'domain/workflow'
import { useState } from 'react'
import { Btn } from '@/components/Btn'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { FormLabel } from '@/components/FormLabel'
import { Note } from '@/components/Note'
import { Rating, type Score } from '@/components/Rating'
import { Sheet } from '@/components/Sheet'
import { TextArea } from '@/components/TextArea'
import { actionText, askText } from '@/view/actions'
import type { Said } from './moveOf'

interface AskSheetProps {
  need: Need
  action: NeedAction
  /** Why it could not be kept. */
  problem: string | undefined
  onSend: (said: Said) => void
  onClose: () => void
}

const HEADCOUNTS = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20]
/** 撤单确认: who is on the way already is named. */
function titleOf(need: Need, action: NeedAction): string {
  const question = askText(need, action)?.question ?? actionText(action)
  const names = activeAssignments(need).map((each) => each.personName)
  if (action !== 'withdraw' || names.length === 0) return question
  return `${names.join('、')}${need.status === 'serving' ? '已经出发了' : '已经接单了'}，${question}`
}

/** Where what is asked for is not a reason. */
const WANTED: Partial<Record<NeedAction, string>> = {
  finish: '说一句结果，居民好确认',
  add: '写一句要补充的话',
  followUp: '写一句居民是怎么说的',
}
const NO_NUMBERS = '这里有身份证号或电话号码，去掉就能送。登记过的电话，该看的人看得到'

/** What an action asks for before it is sent: a reason, a result, how satisfied, how many. */
export function AskSheet({ need, action, problem, onSend, onClose }: AskSheetProps) {
  const [note, setNote] = useState('')
  const [score, setScore] = useState<Score>()
  const [minutes, setMinutes] = useState('')
  const [headcount, setHeadcount] = useState(need.headcount)
  const [tried, setTried] = useState(false)

  const texts = askText(need, action)
  const asks = asksOf(need, action)
  const wordsWanted = asks !== 'headcount' && asks !== 'rating'
  const error = holdsPersonalData(note)
    ? NO_NUMBERS
    : tried && asks === 'reason' && !note.trim()
      ? (WANTED[action] ?? REFUSALS.reasonNeeded.text)
      : undefined
  const submit = () => {
    setTried(true)
    const wrong = holdsPersonalData(note) || (asks === 'reason' && !note.trim())
    if (wrong || (asks === 'rating' && score === undefined)) return
    onSend({ note, score, headcount, minutes: Number.parseInt(minutes, 10) || undefined })
  }

  return (
    <Sheet
      title={titleOf(need, action)}
      onClose={onClose}
      actions={
        <>
          <Btn look='line' grow text={action === 'withdraw' ? '再等等' : '先不了'} onTap={onClose} />
          <Btn look='primary' grow text={texts?.send ?? actionText(action)} onTap={submit} />
        </>
      }
    >
      <View className='need-sheet'>
        {(asks === 'rating' || (action === 'followUp' && !need.rating)) && (
          <View>
            {action === 'followUp' && <FormLabel text='替居民记下评价' hint='居民说了才选' />}
            <Rating value={score} onChange={setScore} />
          </View>
        )}
        {asks === 'headcount' && (
          <Choice
            label='需要几个人'
            options={HEADCOUNTS.filter((each) => each >= activeAssignments(need).length).map((each) => ({
              value: String(each),
              text: `${each} 人`,
            }))}
            value={String(headcount)}
            onChange={(value) => setHeadcount(Number(value))}
          />
        )}
        {wordsWanted && (
          <TextArea
            label={texts?.question ?? actionText(action)}
            placeholder={texts?.placeholder ?? '说一句'}
            hint={asks === 'reason' ? undefined : '不写也行'}
            value={note}
            max={300}
            error={error}
            onInput={setNote}
          />
        )}
        {action === 'finish' && (
          <View>
            <FormLabel text='用了多少分钟' hint='选填，不填按出发到现在算' />
            <Field label='用了多少分钟' type='number' maxLength={4} value={minutes} onInput={setMinutes} />
          </View>
        )}
        {problem && (
          <View className='mt-3'>
            <Note tone='late'>{problem}</Note>
          </View>
        )}
      </View>
    </Sheet>
  )
}
