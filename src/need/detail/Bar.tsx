import type { NeedAction } from 'domain/need/moves'
import { activeAssignments, openOffer } from 'domain/need/need'
import { callPhone } from '@/platform/reach'
import { requireLogIn } from '@/shell/logIn/requireLogIn'
import { useArea } from '@/store/lists'
import type { NeedView } from '@/store/records'
import { ActionBar } from '@/ui/ActionBar'
import type { BtnProps } from '@/ui/Btn'
import { buttonFace } from '../actions'
import { isMine } from '../store/needs'
import { actionIcon, actionText } from '../view/actions'
import { needBar } from '../view/needBar'
import { ratingNote } from '../view/needStory'

interface BarProps {
  view: NeedView
  possible: readonly NeedAction[]
  /** 评价 is one of two taps. */
  elder: boolean
  onAct: (action: NeedAction) => void
  /** The actions that do not fit. */
  onMore: (actions: NeedAction[]) => void
}

/** 底部操作栏, from the workflow table. Who has nothing to do but wait may call the community. */
export function Bar({ view, possible, elder, onAct, onMore }: BarProps) {
  const phone = useArea(view.need.communityCode)?.phone
  const calls = phone !== undefined && isMine(view) && possible.includes('add')
  const { main, acts, more } = needBar(possible, calls)
  if (!main && acts.length === 0) return null
  const button = calls && !main ? callButton(phone) : main && mainButton(view, main, () => onAct(main))
  if (main === 'rate' && acts.includes('reopen'))
    return (
      <ActionBar
        note={noteOf(view)}
        side={{
          icon: 's-redo',
          text: elder ? '不满意，再办' : '不满意，重办',
          onTap: () => onAct('reopen'),
        }}
        main={elder ? { icon: 'mood-smile', text: '满意', onTap: () => onAct('rate') } : button}
      />
    )
  // for who holds it there is one way out, which says what it is for
  if ((main === 'finish' || main === 'start') && acts.length === 1 && acts[0] === 'release')
    return (
      <ActionBar side={{ look: 'quiet', text: '遇到困难', onTap: () => onAct('release') }} main={button} />
    )
  const beside = acts.map((action) => ({
    icon: actionIcon(action),
    text: actionText(action),
    onTap: () => onAct(action),
  }))
  return (
    <ActionBar
      acts={more.length > 0 ? [...beside, { icon: 'dots', text: '更多', onTap: () => onMore(more) }] : beside}
      main={button}
    />
  )
}

const mainButton = (view: NeedView, action: NeedAction, onTap: () => void): BtnProps => ({
  look: buttonFace(action)?.tone !== 'next' || againText(view, action) ? 'line' : 'primary',
  text: labelOf(view, action),
  onTap,
})

const callButton = (phone: string): BtnProps => ({
  icon: 'phone',
  text: '打给社区',
  onTap: () => callPhone(phone),
})

/** 改派: while somebody is at it, that is a way out and not the next step. */
const againText = ({ need }: NeedView, action: NeedAction) =>
  activeAssignments(need).length > 0 ? buttonFace(action)?.again : undefined

const labelOf = (view: NeedView, action: NeedAction) =>
  againText(view, action) ?? buttonFace(action)?.mainText ?? actionText(action)

const noteOf = ({ need }: NeedView) => {
  const text = ratingNote(need)
  return text ? { text } : undefined
}

/** A guest may help too, and is asked who they are only now. */
export const guestMayClaim = (view: NeedView, guest: boolean) => guest && openOffer(view.need) !== undefined

export const GuestBar = () => (
  <ActionBar main={{ text: '我来接', label: '我来接，先登录', onTap: () => void requireLogIn() }} />
)
