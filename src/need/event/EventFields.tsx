import { View } from '@tarojs/components'
import { categoriesOf, findCategory } from '@/store/catalogue'
import type { EventDraft } from '@/store/drafts'
import { Chips } from '@/ui/Chips'
import { FieldError } from '@/ui/FieldError'
import { FormLabel } from '@/ui/FormLabel'
import { Note } from '@/ui/Note'
import { Seg } from '@/ui/Seg'
import { TextArea } from '@/ui/TextArea'
import { Tiles } from '@/ui/Tiles'
import type { PlaceErrors } from '../place/placeForm'
import { Questions } from '../place/Questions'
import { type EventForm, firstOfType, questionsOf } from './eventForm'
import { EVENT_TILES, urgencyOptions } from './gridEvent'

interface EventFieldsProps {
  form: EventForm
  errors: PlaceErrors
  refused: string | undefined
  write: (changes: EventDraft) => void
}

/** 是哪一类, 急不急, 说明. */
export function EventFields({ form, errors, refused, write }: EventFieldsProps) {
  const { categoryCode = '', answers = {}, urgency = 'normal' } = form
  const category = findCategory(categoryCode)
  const type = category?.group
  return (
    <View>
      <View id='event-category' className='event-types'>
        <FormLabel text='是哪一类' />
        <Tiles
          label='是哪一类'
          options={EVENT_TILES}
          value={type}
          onChange={(next) => next !== type && write({ categoryCode: firstOfType(next) })}
        />
        <View>{errors.category && <FieldError text={errors.category} />}</View>
        <View className='mt-2'>
          {type && (
            <Chips
              label={type}
              chips={categoriesOf('report')
                .filter(({ group }) => group === type)
                .map(({ code, name }) => ({ key: code, text: name, on: code === categoryCode }))}
              onTap={(code) => write({ categoryCode: code })}
            />
          )}
        </View>
      </View>
      <View id='event-answer'>
        <Questions
          questions={questionsOf(form)}
          answers={answers}
          errors={errors}
          onAnswer={(key, answer) => write({ answers: { ...answers, [key]: answer } })}
        />
      </View>
      <FormLabel text='急不急' />
      <View className='event-urgency'>
        <Seg
          label='急不急'
          options={urgencyOptions(category)}
          value={urgency}
          onChange={(next) => write({ urgency: next })}
        />
      </View>
      <View id='event-words'>
        <FormLabel text='说明' hint='选填' />
        <TextArea
          label='说明'
          placeholder={`例如：${category?.examples[0] ?? '袋装垃圾五六袋，挡了盲道'}`}
          value={form.words ?? ''}
          max={440}
          hint='多大一堆、要带什么，写一句更好办'
          error={errors.words}
          onInput={(words) => write({ words })}
        />
      </View>
      <View id='event-refused'>{refused && <Note tone='late'>{refused}</Note>}</View>
    </View>
  )
}
