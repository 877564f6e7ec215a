import type { NeedAction } from 'domain/need/moves'
import { Form, FormRow } from '@/ui/FormRow'
import { Sheet } from '@/ui/Sheet'
import { actionIcon, actionText } from '../view/actions'

interface MoreSheetProps {
  actions: readonly NeedAction[]
  onChoose: (action: NeedAction) => void
  onClose: () => void
}

/** 更多: what does not fit on the bar. */
export function MoreSheet({ actions, onChoose, onClose }: MoreSheetProps) {
  return (
    <Sheet title='更多处理' onClose={onClose}>
      <Form>
        {actions.map((action) => (
          <FormRow
            key={action}
            icon={actionIcon(action)}
            title={actionText(action)}
            onTap={() => onChoose(action)}
          />
        ))}
      </Form>
    </Sheet>
  )
}
