import { Picker, View } from '@tarojs/components'
import { Btn } from '@/components/Btn'
import { Field } from '@/components/Field'
import { FieldError } from '@/components/FieldError'
import { Form, FormRow } from '@/components/FormRow'
import { type SessionForm, sessionError } from './serviceForm'

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
  const error = tried ? sessionError(session) : undefined
  return (
    <View>
      <Form>
        <Picker mode='date' value={day} onChange={({ detail }) => change({ day: detail.value })}>
          <FormRow icon='calendar-event' title='日期' value={day} />
        </Picker>
        <View className='session-line'>
          <Picker
            className='grow'
            mode='time'
            value={from}
            onChange={({ detail }) => change({ from: detail.value })}
          >
            <FormRow title='从' value={from} />
          </Picker>
          <Picker
            className='grow'
            mode='time'
            value={to}
            onChange={({ detail }) => change({ to: detail.value })}
          >
            <FormRow title='到' value={to} />
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
          <View className='t-foot grow'>{booked > 0 ? `已约 ${booked} 个，不能去掉` : '还没有人约'}</View>
          {booked === 0 && <Btn size='s' look='text' icon='trash' text='去掉这场' onTap={onRemove} />}
        </View>
      </Form>
      <View>{error && <FieldError text={error} />}</View>
    </View>
  )
}
