import { View } from '@tarojs/components'
import { type Instant, localDay } from 'domain/kernel/time'
import { useState } from 'react'
import { furtherDays, PARTS, type PartOfDay, whenChoices, whenOf } from '@/format/when'
import { useTimed } from '@/store/clock'
import type { PlaceDraft } from '@/store/drafts'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { FormLabel } from '@/ui/FormLabel'
import type { PlaceForm } from './placeForm'

const OTHER = '另选'

export type WhenDraft = Pick<PlaceDraft, 'whenText' | 'whenSpan'>
const NO_TIME: WhenDraft = { whenText: undefined, whenSpan: undefined }

interface WhenPickerProps {
  form: PlaceForm
  error: string | undefined
  focusAt: number | undefined
  onChange: (when: WhenDraft) => void
}

/** 什么时间方便: tapped, once more takes it back; or another day, or in one's own words. */
export function WhenPicker({ form, error, focusAt, onChange }: WhenPickerProps) {
  const choices = useTimed(whenChoices, [])
  const known = choices.some(({ whenText }) => whenText === form.whenText)
  const [opened, setOpened] = useState(false)
  const other = (opened && !known) || (form.whenText !== undefined && !known)
  const choose = (text: string) => {
    const picked = choices.find(({ whenText }) => whenText === text)
    setOpened(!picked && !other)
    onChange(picked && text !== form.whenText ? picked : NO_TIME)
  }
  return (
    <View id='place-when'>
      <FormLabel text='什么时间方便' />
      <Choice
        label='什么时间方便'
        options={[
          ...choices.map(({ text, whenText }) => ({ value: whenText, text })),
          { value: OTHER, text: OTHER },
        ]}
        value={other ? OTHER : form.whenText}
        onChange={choose}
      />
      <View>{other && <OtherTime form={form} error={error} focusAt={focusAt} onChange={onChange} />}</View>
    </View>
  )
}

/** A later day and a part of it, or in their own words. */
function OtherTime({ form: { whenText = '', whenSpan }, error, focusAt, onChange }: WhenPickerProps) {
  const days = useTimed(furtherDays, [])
  const day = whenSpan && days.find(({ at }) => localDay(at) === localDay(whenSpan.from))
  const part = PARTS.find((each) => whenText.endsWith(each)) ?? '全天'
  const pick = (at: Instant, of: PartOfDay) => onChange(whenOf(at, of))
  return (
    <View>
      <View className='mt-3'>
        <Choice
          label='哪一天'
          options={days.map(({ at, text }) => ({ value: at, text }))}
          value={day?.at}
          onChange={(at) => pick(at, part)}
        />
      </View>
      <View className='mt-3'>
        {day && (
          <Choice
            label='一天里的什么时候'
            options={PARTS.map((each) => ({ value: each, text: each }))}
            value={part}
            onChange={(of) => pick(day.at, of)}
          />
        )}
      </View>
      <View className='mt-3'>
        <Field
          label='什么时间方便'
          placeholder='或者写一句，比如：下班以后'
          value={whenSpan ? '' : whenText}
          maxLength={40}
          error={error}
          focusAt={focusAt}
          onInput={(text) => onChange({ whenText: text, whenSpan: undefined })}
        />
      </View>
    </View>
  )
}
