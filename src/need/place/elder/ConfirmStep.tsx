import { View } from '@tarojs/components'
import { cleaned } from 'domain/kernel/text'
import { locationText } from '@/area/areaNames'
import { useRecords } from '@/store/records'
import { Card } from '@/ui/Card'
import { Icon } from '@/ui/Icon'
import { press } from '@/ui/press'
import { Consent } from '../Consent'
import { categoryOfForm } from '../placeForm'
import { phoneSaid } from './saidAgain'
import type { StepProps } from './stepProps'
import { QUESTIONS, type Step, stepsOf } from './steps'

/** 说一遍再确认: each answer leads back to its question. */
export function ConfirmStep({ form, errors, consent, setConsent, onStep }: StepProps) {
  const areas = useRecords((records) => records.areas)
  const { words, whenText, communityCode, gridCode, contact = {}, placedFor } = form
  const area = communityCode ? locationText(areas, { communityCode, gridCode }) : '登录后按您家的社区'
  const phone = phoneSaid(contact.phone)
  const said: Record<Exclude<Step, 'confirm'>, string> = {
    words: words ?? '',
    category: categoryOfForm(form)?.name ?? '其他',
    when: cleaned(whenText ?? '') || '什么时候都行',
    where: [area, contact.address].filter(Boolean).join('，'),
    whom: placedFor?.alias ? `帮${placedFor.alias}点，${phone}` : phone,
  }
  return (
    <View>
      <Card>
        {stepsOf(form).map((step) =>
          step === 'confirm' ? null : (
            <View
              key={step}
              className='ask__said'
              {...press(() => onStep(step), { label: `${QUESTIONS[step]}${said[step]}，改一下` })}
            >
              <View className='grow t-head'>{said[step]}</View>
              <Icon name='pencil' size={24} />
            </View>
          ),
        )}
      </Card>
      <Consent checked={consent} error={errors.consent} onChange={setConsent} />
    </View>
  )
}
