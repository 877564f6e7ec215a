import { View } from '@tarojs/components'
import { type Session, seatsLeft } from 'domain/listing/service'
import { sittingText } from '@/format/times'
import { useSay } from '@/shell/useSay'
import { FieldError } from '@/ui/FieldError'
import { Form, FormRow } from '@/ui/FormRow'
import { Icon } from '@/ui/Icon'

interface SessionRowsProps {
  sessions: readonly Session[]
  value: string | undefined
  error?: string | undefined
  onChange: (id: string) => void
}

/** The sittings of a service that can still be ordered, with the places left in each. */
export function SessionRows({ sessions, value, error, onChange }: SessionRowsProps) {
  const say = useSay()
  return (
    <View>
      <Form>
        {sessions.map((session) => {
          const left = seatsLeft(session)
          return (
            <FormRow
              key={session.id}
              icon='calendar-time'
              title={say(sittingText(session.startsAt, session.endsAt))}
              note={left > 0 ? `还有 ${left} 个名额` : '约满了，看看别的场次'}
              tail={session.id === value ? <Icon name='check' /> : <View />}
              onTap={left > 0 ? () => onChange(session.id) : undefined}
            />
          )
        })}
      </Form>
      <View>{error && <FieldError text={error} />}</View>
    </View>
  )
}
