import { View } from '@tarojs/components'
import { serverNow } from '@/store/clock'
import { Btn } from '@/ui/Btn'
import { FormLabel } from '@/ui/FormLabel'
import { Note } from '@/ui/Note'
import { SessionEditor } from './SessionEditor'
import { nextSession, type SessionForm } from './serviceForm'

const MOST_SESSIONS = 60

interface SessionsEditorProps {
  sessions: SessionForm[]
  tried: boolean
  onChange: (sessions: SessionForm[]) => void
}

/** 场次: when it takes place and how many can come. Without any it can be read, not ordered. */
export function SessionsEditor({ sessions, tried, onChange }: SessionsEditorProps) {
  return (
    <View>
      <FormLabel text='场次' hint={sessions.length > 0 ? `${sessions.length} 场` : undefined} />
      <View>{sessions.length === 0 && <Note>没有场次时，大家看得到，但还不能约</Note>}</View>
      <View className='stack g-3'>
        {sessions.map((session) => (
          <SessionEditor
            key={session.id}
            session={session}
            tried={tried}
            onChange={(changed) =>
              onChange(sessions.map((each) => (each.id === session.id ? changed : each)))
            }
            onRemove={() => onChange(sessions.filter((each) => each.id !== session.id))}
          />
        ))}
      </View>
      <View className='mt-3'>
        {sessions.length < MOST_SESSIONS && (
          <Btn
            block
            icon='plus'
            text='添一场'
            onTap={() => onChange([...sessions, nextSession(sessions, serverNow())])}
          />
        )}
      </View>
    </View>
  )
}
