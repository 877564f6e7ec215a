import { View } from '@tarojs/components'
import { asksPublicText, type Need } from 'domain/need/need'
import { Section } from '@/ui/Section'
import { TextArea } from '@/ui/TextArea'
import { Headcount } from './Headcount'
import { OrgPicker } from './OrgPicker'
import type { OfferErrors, OfferForm } from './offerForm'
import { PersonPicker } from './PersonPicker'
import { PoolPicker } from './PoolPicker'
import { PublicText } from './PublicText'
import { useRanked } from './useRanked'

/** Where a field stands on the page, to bring it into sight. */
export const fieldId = (field: string) => `offer-${field}`

interface OfferFieldsProps {
  need: Need
  now: string
  form: OfferForm
  errors: OfferErrors
  /** Somebody has set out already: they are owed a reason. */
  reasonAsked: boolean
  onChange: (changes: Partial<OfferForm>) => void
}

/** Whom it is offered to, how many shall come, and what they and the public read. */
export function OfferFields({ need, now, form, errors, reasonAsked, onChange }: OfferFieldsProps) {
  const ranked = useRanked(need)
  return (
    <View>
      <View id={fieldId('offer')}>
        <PoolPicker need={need} value={form.pool} onChange={(pool) => onChange({ pool })} />
      </View>
      <PersonPicker
        ranked={ranked}
        now={now}
        value={form.personIds}
        onChange={(personIds) => onChange({ personIds })}
      />
      <OrgPicker teams={ranked.teams} value={form.orgIds} onChange={(orgIds) => onChange({ orgIds })} />
      <Headcount value={form.headcount} onChange={(headcount) => onChange({ headcount })} />
      <View id={fieldId('publicText')}>
        {asksPublicText(need) && (
          <PublicText
            need={need}
            value={form.publicText}
            error={errors.publicText}
            onChange={(publicText) => onChange({ publicText })}
          />
        )}
      </View>
      <View id={fieldId('note')}>
        <Section title={reasonAsked ? '为什么改派' : '附一句话'} />
        <TextArea
          label={reasonAsked ? '为什么改派' : '附一句话'}
          placeholder={reasonAsked ? '已经有人出发了，写一句原因' : '选填，接单的人和点单的人都看得到'}
          value={form.note}
          max={300}
          error={errors.note}
          onInput={(note) => onChange({ note })}
        />
      </View>
    </View>
  )
}
