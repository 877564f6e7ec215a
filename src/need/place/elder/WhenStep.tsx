import { View } from '@tarojs/components'
import { furtherDays, SOON, type When, whenChoices, whenOf } from '@/format/when'
import { useNow } from '@/store/clock'
import { FieldError } from '@/ui/FieldError'
import { Options } from './Options'
import type { StepProps } from './stepProps'

const ANY = '什么时候都行'

export function WhenStep({ form: { whenText }, errors, write, onNext }: StepProps) {
  const now = useNow()
  const [dayAfter] = furtherDays(now)
  const near = whenChoices(now)
  const known: When[] = [
    ...near.filter(({ text }) => text !== SOON),
    ...(dayAfter ? [{ text: dayAfter.text, ...whenOf(dayAfter.at, '全天') }] : []),
    ...near.filter(({ text }) => text === SOON),
  ]
  // What was said on the other form in one's own words is not lost here.
  const own =
    whenText && !known.some((each) => each.whenText === whenText) ? [{ text: whenText, whenText }] : []
  const choices: When[] = [...own, ...known]
  const choose = (said: string) => {
    const picked = choices.find((each) => each.whenText === said)
    if (!picked || picked !== own[0]) write({ whenText: picked?.whenText, whenSpan: picked?.whenSpan })
    onNext()
  }
  return (
    <View id='place-when'>
      <Options
        label='什么时候来方便'
        options={[
          ...choices.map((each) => ({ value: each.whenText, text: each.text })),
          { value: ANY, text: ANY },
        ]}
        value={whenText || ANY}
        onChange={choose}
      />
      <View>{errors.when && <FieldError text={errors.when} />}</View>
    </View>
  )
}
