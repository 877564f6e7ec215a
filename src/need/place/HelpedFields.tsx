import { View } from '@tarojs/components'
import { communitiesCollected } from 'domain/kernel/actor'
import type { HelpedDraft } from '@/store/drafts'
import { useMe } from '@/store/lists'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { FieldError } from '@/ui/FieldError'
import { FormLabel } from '@/ui/FormLabel'
import type { PlaceErrors } from './placeForm'
import { ASKS, type ForWhom, relationsFor } from './relations'

interface HelpedFieldsProps {
  whom: Exclude<ForWhom, 'self'>
  helped: HelpedDraft
  errors: PlaceErrors
  focusAt: number | undefined
  onChange: (changes: HelpedDraft) => void
}

const KNOWS = [
  { value: 'yes', text: '知道，也同意' },
  { value: 'no', text: '还没说' },
] as const

/** 代点单: whom it is for, what they are to the placer, and whether they know. */
export function HelpedFields({ whom, helped, errors, focusAt, onChange }: HelpedFieldsProps) {
  const { alias = '', relation, knows } = helped
  const me = useMe()
  const collects = me !== undefined && communitiesCollected(me).length > 0
  const asks = ASKS[whom]
  return (
    <View>
      <View id='place-who'>
        <FormLabel text={asks.who} />
        <Field
          label={asks.who}
          placeholder={asks.example}
          value={alias}
          maxLength={20}
          error={errors.who}
          focusAt={focusAt}
          onInput={(text) => onChange({ alias: text })}
        />
        <View className='t-foot mt-2'>别人看到的就是这个称呼，不用写全名</View>
      </View>
      <View id='place-relation'>
        <FormLabel text='是您的什么人' />
        <Choice
          label='是您的什么人'
          options={relationsFor(whom, collects).map((text) => ({ value: text, text }))}
          value={relation}
          onChange={(text) => onChange({ relation: text })}
        />
        <View>{errors.relation && <FieldError text={errors.relation} />}</View>
      </View>
      <View id='place-knows'>
        <FormLabel text={asks.knows} />
        <Choice
          label={asks.knows}
          options={[...KNOWS]}
          value={knows === undefined ? undefined : knows ? 'yes' : 'no'}
          onChange={(said) => onChange({ knows: said === 'yes' })}
        />
        <View>{errors.knows && <FieldError text={errors.knows} />}</View>
      </View>
    </View>
  )
}
