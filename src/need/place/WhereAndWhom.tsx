import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PlaceDraft } from '@/store/drafts'
import { FormLabel } from '@/ui/FormLabel'
import { Form, FormRow } from '@/ui/FormRow'
import { Seg } from '@/ui/Seg'
import { HelpedFields } from './HelpedFields'
import { PhoneRow } from './PhoneRow'
import type { PlaceErrors, PlaceForm } from './placeForm'
import { FOR_WHOM, type ForWhom, forWhomOf } from './relations'

interface WhereAndWhomProps {
  form: PlaceForm
  errors: PlaceErrors
  /** 东城镇 燕山湖社区 湖东片 */
  area: string | undefined
  focusOf: (field: string) => number | undefined
  write: (changes: PlaceDraft) => void
  onWhere: () => void
}

/** 在哪里，给谁, and how to reach them: the last two are seen by few. */
export function WhereAndWhom({ form, errors, area, focusOf, write, onWhere }: WhereAndWhomProps) {
  const { kind, placedFor, contact = {} } = form
  const [whom, setWhom] = useState<ForWhom>('self')
  const shown = placedFor ? (whom === 'self' ? forWhomOf(placedFor.relation ?? '') : whom) : 'self'
  const choose = (next: ForWhom) => {
    setWhom(next)
    // Another's door and phone are not one's own.
    const reach = (next === 'self') === (placedFor === undefined) ? {} : { contact: undefined }
    write({ ...reach, placedFor: next === 'self' ? undefined : { ...placedFor, relation: undefined } })
  }
  const spot = kind === 'report' || kind === 'idea'
  return (
    <View>
      <FormLabel text='在哪里，给谁' />
      <Form>
        <View id='place-where' className='place-row'>
          <FormRow
            icon='map-pin'
            title={contact.address || area || '选社区'}
            note={
              contact.address ? area : spot ? '具体位置选填，写了好找' : '门牌号选填，只给接单人和工作人员看'
            }
            error={errors.where}
            onTap={onWhere}
          />
        </View>
        <View className='place-row'>
          <FormRow icon='user'>
            <Seg label='给谁' options={FOR_WHOM} value={shown} onChange={choose} />
          </FormRow>
        </View>
        <PhoneRow
          key={shown}
          phone={contact.phone ?? ''}
          note={placedFor ? '对方的，没有就写您的。只给接单人和社区工作人员看' : '只给接单人和社区工作人员看'}
          error={errors.phone}
          focusAt={focusOf('phone')}
          onInput={(phone) => write({ contact: { ...contact, phone } })}
        />
      </Form>
      <View>
        {placedFor && shown !== 'self' && (
          <HelpedFields
            whom={shown}
            helped={placedFor}
            errors={errors}
            focusAt={focusOf('who')}
            onChange={(changes) => write({ placedFor: { ...placedFor, ...changes } })}
          />
        )}
      </View>
    </View>
  )
}
