import { View } from '@tarojs/components'
import { holdsPersonalData } from 'domain/kernel/personalData'
import { REFUSALS } from 'domain/kernel/refusal'
import type { NeedAction } from 'domain/need/moves'
import { activeAssignments, type Need } from 'domain/need/need'
import { asksOf } from 'domain/need/workflow'
import { useState } from 'react'
import { Btn } from '@/ui/Btn'
import { Chips } from '@/ui/Chips'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { FormLabel } from '@/ui/FormLabel'
import { Note } from '@/ui/Note'
import { Rating, type Score } from '@/ui/Rating'
import { Sheet } from '@/ui/Sheet'
import { TextArea } from '@/ui/TextArea'
import { buttonFace } from '../actions'
import type { Said } from '../face'
import { actionText, askOf } from '../view/actions'
import { noteOf } from '../view/reasons'
import './askSheet.css'

interface AskSheetProps {
  need: Need
  action: NeedAction
  /** Already said elsewhere: nobody says it twice. */
  words?: string | undefined
  /** Why it could not be kept. */
  problem: string | undefined
  onSend: (said: Said) => void
  onClose: () => void
}

const HEADCOUNTS = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20]

const NO_NUMBERS = '这里有电话、证件号、车牌或账号，去掉就能送。登记过的电话，该看的人看得到'

/** What an action asks for before it is sent: a reason, a result, how satisfied, how many. */
export function AskSheet({ need, action, words = '', problem, onSend, onClose }: AskSheetProps) {
  const [picked, setPicked] = useState<readonly string[]>([])
  const [written, setWritten] = useState(words)
  const [score, setScore] = useState<Score>()
  const [minutes, setMinutes] = useState('')
  const [headcount, setHeadcount] = useState(need.headcount)
  const [tried, setTried] = useState(false)

  const ask = askOf(need, action)
  const asks = asksOf(need, action)
  const wordsWanted = asks !== 'headcount' && asks !== 'rating'
  const reasons = ask?.reasons ?? []
  const before = ask?.foreword?.(need)
  const note = noteOf(picked, written)
  const numbers = holdsPersonalData(written)
  const missing = asks === 'reason' && note === ''
  const error = numbers
    ? NO_NUMBERS
    : tried && missing
      ? (ask?.wanted ?? REFUSALS.reasonNeeded.text)
      : undefined
  const toggle = (reason: string) =>
    setPicked(picked.includes(reason) ? picked.filter((each) => each !== reason) : [...picked, reason])
  const submit = () => {
    setTried(true)
    if (numbers || missing || (asks === 'rating' && score === undefined)) return
    onSend({ note, score, headcount, minutes: Number.parseInt(minutes, 10) || undefined })
  }

  return (
    <Sheet
      title={ask?.title?.(need) ?? ask?.question ?? actionText(action)}
      onClose={onClose}
      actions={
        <>
          <Btn look='line' grow text={ask?.back ?? '再想想'} onTap={onClose} />
          <Btn
            look={buttonFace(action)?.tone === 'out' ? 'ink' : 'primary'}
            grow
            text={ask?.send ?? actionText(action)}
            onTap={submit}
          />
        </>
      }
    >
      <View className='ask-sheet'>
        {before && <View className='t-sub ask-sheet__part'>{before}</View>}
        {(asks === 'rating' || (ask?.recordsRating && !need.rating)) && (
          <View className='ask-sheet__part'>
            {ask?.recordsRating && <FormLabel text='替居民记下评价' hint='居民说了才选' />}
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
        {reasons.length > 0 && (
          <View className='ask-sheet__part'>
            <Chips
              label='原因'
              filled
              chips={reasons.map((text) => ({ key: text, text, on: picked.includes(text) }))}
              onTap={toggle}
            />
          </View>
        )}
        {wordsWanted && (
          <TextArea
            label={ask?.question ?? actionText(action)}
            placeholder={ask?.placeholder ?? '说一句'}
            hint={asks === 'reason' && picked.length === 0 ? undefined : '不写也行'}
            value={written}
            max={260}
            error={error}
            onInput={setWritten}
          />
        )}
        {ask?.minutes && (
          <View>
            <FormLabel text='用了多少分钟' hint='选填，不填按出发到现在算' />
            <Field
              label='用了多少分钟'
              placeholder='比如：40'
              type='number'
              maxLength={4}
              value={minutes}
              onInput={setMinutes}
            />
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
