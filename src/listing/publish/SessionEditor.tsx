import { Picker, View } from '@tarojs/components'
import { localInstant } from 'domain/kernel/time'
import type { ReactNode } from 'react'
import { dateText } from '@/format/times'
import { Btn } from '@/ui/Btn'
import { Field } from '@/ui/Field'
import { FieldError } from '@/ui/FieldError'
import { Form, FormRow } from '@/ui/FormRow'
import { Icon } from '@/ui/Icon'
import { type SessionForm, sessionError } from './serviceForm'

/** What a tap on opens a picker: a control with a name. */
function Opens({ label, children }: { label: string; children: ReactNode }) {
  return (
    <View role='button' aria-label={label}>
      {children}
    </View>
  )
}

interface SessionEditorProps {
  session: SessionForm
  tried: boolean
  onChange: (session: SessionForm) => void
  onRemove: () => void
}

/** One sitting: the day, from when to when, how many, and how many of these are kept for the door. */
export function SessionEditor({ session, tried, onChange, onRemove }: SessionEditorProps) {
  const { day, from, to, capacity, reserved, booked } = session
  const change = (changes: Partial<SessionForm>) => onChange({ ...session, ...changes })
  const dayText = dateText(localInstant(day, from))
  const error = tried ? sessionError(session) : undefined
  return (
    <View>
      <Form>
        <Picker mode='date' value={day} onChange={({ detail }) => change({ day: detail.value })}>
          <Opens label={`日期，${dayText}`}>
            <FormRow
              icon='calendar-event'
              title='日期'
              value={dayText}
              tail={<Icon name='chevron-right' />}
            />
          </Opens>
        </Picker>
        <View className='session-line'>
          <Picker
            className='grow'
            mode='time'
            value={from}
            onChange={({ detail }) => change({ from: detail.value })}
          >
            <Opens label={`从 ${from}`}>
              <FormRow title='从' value={from} />
            </Opens>
          </Picker>
          <Picker
            className='grow'
            mode='time'
            value={to}
            onChange={({ detail }) => change({ to: detail.value })}
          >
            <Opens label={`到 ${to}`}>
              <FormRow title='到' value={to} />
            </Opens>
          </Picker>
        </View>
        <View className='session-line session-line--places'>
          <View className='grow'>
            <View className='t-foot'>名额</View>
            <Field
              label='名额'
              type='number'
              maxLength={4}
              value={capacity}
              onInput={(text) => change({ capacity: text })}
            />
          </View>
          <View className='grow'>
            <View className='t-foot'>其中留给现场</View>
            <Field
              label='留给现场和电话报名的'
              type='number'
              maxLength={4}
              value={reserved}
              onInput={(text) => change({ reserved: text })}
            />
          </View>
        </View>
        <View className='session-foot'>
          <View className='t-foot grow'>
            {booked > 0 ? `已约 ${booked} 个。改时间或去掉，他们都会看到` : '还没有人约'}
          </View>
          <Btn size='s' look='text' icon='trash' text='去掉这场' onTap={onRemove} />
        </View>
      </Form>
      <View>{error && <FieldError text={error} />}</View>
    </View>
  )
}
