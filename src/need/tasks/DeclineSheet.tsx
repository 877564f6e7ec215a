import type { NeedView } from '@/store/records'
import { AskSheet } from '../detail/AskSheet'
import { useMove } from '../detail/useMove'

/** 婉拒 of an invitation, where it is read. */
export function DeclineSheet({ view, onClose }: { view: NeedView; onClose: () => void }) {
  const { act, problem } = useMove(view)
  return (
    <AskSheet
      need={view.need}
      action='decline'
      problem={problem}
      onSend={(said) => act('decline', said) && onClose()}
      onClose={onClose}
    />
  )
}
