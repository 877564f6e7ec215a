import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { Check } from '@/components/Check'
import { Choice } from '@/components/Choice'
import { FieldError } from '@/components/FieldError'
import { FormLabel } from '@/components/FormLabel'
import { Form, FormRow } from '@/components/FormRow'
import { Seg } from '@/components/Seg'
import type { PlaceDraft } from '@/store/drafts'
import type { PlaceErrors, PlaceForm } from './placeForm'
import { FOR_WHOM, type ForWhom, forWhomOf, RELATIONS } from './relations'

interface WhereAndWhomProps {
  form: PlaceForm
  errors: PlaceErrors
  /** 东城镇 燕山湖社区 湖东片 */
  area: string | undefined
  write: (changes: PlaceDraft) => void
  onWhere: () => void
}

/** 在哪里，给谁, and how to reach them: the last two are seen by few. */
export function WhereAndWhom({ form, errors, area, write, onWhere }: WhereAndWhomProps) {
  const { placedFor, contact = {} } = form
  const [whom, setWhom] = useState<ForWhom>('self')
  const shown = placedFor ? (whom === 'self' ? forWhomOf(placedFor.relation) : whom) : 'self'
  const choose = (next: ForWhom) => {
    setWhom(next)
    write({
      placedFor: next === 'self' ? undefined : { alias: '', knows: false, ...placedFor, relation: '' },
    })
  }
  const tell = (changes: Partial<NonNullable<PlaceDraft['placedFor']>>) =>
    placedFor && write({ placedFor: { ...placedFor, ...changes } })
  return (
    <View>
      <FormLabel text='在哪里，给谁' />
      <Form>
        <View id='place-where' className='place-row'>
          <FormRow
            icon='map-pin'
            title={contact.address || area || '选社区'}
            note={contact.address ? area : '门牌号选填，只给接单人和工作人员看'}
            error={errors.where}
            onTap={onWhere}
          />
        </View>
        <View className='place-row'>
          <FormRow icon='user'>
            <Seg label='给谁' options={FOR_WHOM} value={shown} onChange={choose} />
          </FormRow>
        </View>
        {placedFor && shown !== 'self' && (
          <View id='place-who' className='place-row'>
            <FormRow icon='heart-handshake' note='别人看到的就是这个称呼，不用写全名' error={errors.who}>
              <Input
                className='place-input'
                value={placedFor.alias}
                placeholder='怎么称呼对方，比如：黄伯'
                placeholderClass='placeholder'
                maxlength={20}
                aria-label='怎么称呼对方'
                onInput={(event) => tell({ alias: event.detail.value })}
              />
            </FormRow>
          </View>
        )}
        <View id='place-phone' className='place-row'>
          <FormRow
            icon='phone'
            note={
              placedFor
                ? '对方的，没有就写您的。只给接单人和社区工作人员看'
                : '选填，只给接单人和社区工作人员看'
            }
            error={errors.phone}
          >
            <Input
              className='place-input'
              type='number'
              value={contact.phone ?? ''}
              placeholder='联系电话'
              placeholderClass='placeholder'
              maxlength={13}
              aria-label='联系电话'
              onInput={(event) => write({ contact: { ...contact, phone: event.detail.value } })}
            />
          </FormRow>
        </View>
      </Form>
      {placedFor && shown !== 'self' && (
        <View id='place-relation'>
          <FormLabel text='对方是您的' />
          <Choice
            label='对方是您的什么人'
            options={RELATIONS[shown].map((text) => ({ value: text, text }))}
            value={placedFor.relation}
            onChange={(relation) => tell({ relation })}
          />
          <View>{errors.relation && <FieldError text={errors.relation} />}</View>
          <View id='place-knows' className='mt-2'>
            <Check
              checked={placedFor.knows}
              onChange={(knows) => tell({ knows })}
              label={
                shown === 'elder' ? '老人知道这件事，也同意我代为点单' : '对方知道这件事，也同意我代为点单'
              }
            />
            <View>{errors.knows && <FieldError text={errors.knows} />}</View>
          </View>
        </View>
      )}
    </View>
  )
}
