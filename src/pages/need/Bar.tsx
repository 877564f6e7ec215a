import type { NeedAction } from 'domain/moves'
import { hasRoom } from 'domain/need'
import { ActionBar } from '@/components/ActionBar'
import type { NeedView } from '@/store/records'
import { actionIcon, actionText, askText } from '@/view/actions'
import type { NeedBar } from '@/view/needBar'
import { ratingNote } from '@/view/needStory'
import { requireLogIn } from '../requireLogIn'

interface BarProps {
  view: NeedView
  bar: NeedBar
  onAct: (action: NeedAction) => void
  onMore: () => void
}

/** Possible, but nobody's next step: red is for that alone. */
const CALM: readonly NeedAction[] = ['add', 'reopen', 'followUp']

/** 底部操作栏, from the workflow table. */
export function Bar({ view, bar: { main, acts, more }, onAct, onMore }: BarProps) {
  if (!main && acts.length === 0) return null
  const look = main && CALM.includes(main) ? 'line' : 'primary'
  const button = main && ({ look, text: labelOf(view, main), onTap: () => onAct(main) } as const)
  if (main === 'rate' && acts.includes('reopen'))
    return (
      <ActionBar
        note={noteOf(view)}
        side={{ icon: 'refresh', text: '不满意，重办', onTap: () => onAct('reopen') }}
        main={button}
      />
    )
  const beside = acts.map((action) => ({
    icon: actionIcon(action),
    text: actionText(action),
    onTap: () => onAct(action),
  }))
  return (
    <ActionBar
      acts={more.length > 0 ? [...beside, { icon: 'list-details', text: '更多', onTap: onMore }] : beside}
      main={button}
    />
  )
}

const labelOf = ({ need }: NeedView, action: NeedAction) =>
  action === 'rate' ? (askText(need, action)?.send ?? actionText(action)) : actionText(action)

const noteOf = ({ need }: NeedView) => {
  const text = ratingNote(need)
  return text ? { text } : undefined
}

/** A guest may help too, and is asked who they are only now. */
export const guestMayClaim = (view: NeedView, guest: boolean) =>
  guest && hasRoom(view.need) && view.need.offer !== undefined

export const GuestBar = () => (
  <ActionBar main={{ text: '我来接', label: '我来接，先登录', onTap: () => void requireLogIn() }} />
)
