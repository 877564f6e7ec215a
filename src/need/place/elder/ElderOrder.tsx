import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { AskFamily } from '@/shell/elderHelp/AskFamily'
import { CallOffice } from '@/shell/elderHelp/CallOffice'
import { ReadAloud } from '@/shell/elderHelp/ReadAloud'
import { Framed } from '@/shell/frame/Framed'
import { useScroll } from '@/shell/frame/frame'
import { ELDER_UNDO_MS } from '@/shell/undo'
import { writePlaceDraft } from '@/store/drafts'
import { ActionBar } from '@/ui/ActionBar'
import { cls } from '@/ui/cls'
import { Note } from '@/ui/Note'
import { useMending } from '../mendPlace'
import { firstOf, holdsNumbers, placeErrors } from '../placeForm'
import { useFocusOn } from '../useFocusOn'
import { type PlacedOrder, usePlaceForm } from '../usePlaceForm'
import { ElderStep } from './ElderStep'
import { saidAgain } from './saidAgain'
import { errorsOn, progressText, QUESTIONS, type Step, stepNamed, stepOf, stepsOf } from './steps'
import './elder.css'

/** 点单, 长辈版: the same draft and the same rules, one question a screen, then all of it said again. */
export function ElderOrder({ onPlaced }: { onPlaced: (order: PlacedOrder) => void }) {
  const { focusOn, focusOf } = useFocusOn()
  const scroll = useScroll()
  const place = usePlaceForm({
    holdMs: ELDER_UNDO_MS,
    onPlaced(order) {
      scroll.to(0)
      onPlaced(order)
    },
    onWrong: (field) => {
      go(stepOf(field))
      setLooked(stepOf(field))
      focusOn(field)
    },
  })
  const { form, errors, booked, refused, consent, submit, cutNumbers } = place
  const steps = stepsOf(form)
  const step = steps.includes(stepNamed(form.step)) ? stepNamed(form.step) : 'where'
  const at = steps.indexOf(step)
  /** On this screen somebody has tried to go on. */
  const [looked, setLooked] = useState<Step>()
  const go = (to: Step | undefined) => {
    if (!to) return
    setLooked(undefined)
    writePlaceDraft({ step: to }) // what was wrong stays said
    scroll.to(0)
  }
  const here = errorsOn(step, { ...errors, ...(looked === step ? placeErrors(form, consent, true) : {}) })
  const next = () => {
    const wrong = firstOf(errorsOn(step, place.wrongNow()))
    if (!wrong) return go(steps[at + 1])
    setLooked(step)
    focusOn(wrong)
  }
  useLedToWrong(firstOf(errors), go)
  const last = step === 'confirm'

  return (
    <Framed
      title='请人帮忙'
      onBack={at > 0 ? () => go(steps[at - 1]) : undefined}
      pad='bar'
      foot={
        <ActionBar
          side={at > 0 ? { text: '上一步', onTap: () => go(steps[at - 1]) } : undefined}
          main={
            holdsNumbers(form) && last
              ? { text: '去掉号码再送', onTap: () => void cutNumbers() }
              : {
                  text: last ? (booked ? '这一场约过了' : '送出去') : '下一步',
                  disabled: last && booked,
                  onTap: () => (last ? void submit() : next()),
                }
          }
        />
      }
    >
      <Progress steps={steps} step={step} />
      <View className='ask__q t-title-l' role='heading' aria-level='2'>
        {QUESTIONS[step]}
      </View>
      <ElderStep
        {...place}
        step={step}
        errors={here}
        focusOf={focusOf}
        onStep={go}
        onNext={() => go(steps[at + 1])}
      />
      <View id='place-refused' className='mt-3'>
        {last && refused && <Note tone='late'>{refused}</Note>}
      </View>
      <View className='elder-help'>
        <ReadAloud key={step} text={last ? saidAgain(form) : QUESTIONS[step]} />
        <CallOffice />
        <AskFamily />
      </View>
    </Framed>
  )
}

function Progress({ steps, step }: { steps: readonly Step[]; step: Step }) {
  const at = steps.indexOf(step)
  return (
    <View className='ask__at'>
      <View className='ask__bar'>
        {steps.slice(0, -1).map((each, index) => (
          <View key={each} className={cls('ask__part', index <= at && 'ask__part--done')} />
        ))}
      </View>
      <View className='t-sub'>{progressText(step, steps)}</View>
    </View>
  )
}

/** A refused order opens on the screen that asked for what was wrong. */
function useLedToWrong(wrong: string | undefined, go: (step: Step) => void) {
  const mending = useMending((state) => state.text)
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it comes back, not at every keystroke after that
  useEffect(() => {
    if (mending) go(stepOf(wrong ?? 'refused'))
  }, [mending])
}
