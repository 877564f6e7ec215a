import { View } from '@tarojs/components'
import type { NeedAction } from 'domain/need/moves'
import { Form, FormRow } from '@/ui/FormRow'
import { Section } from '@/ui/Section'
import { actionIcon } from '../view/actions'

interface OtherwiseProps {
  actions: readonly NeedAction[]
  onReject: () => void
  onMerge: () => void
}

/** 更多处理: what else can be done with a need than to offer it. */
export function Otherwise({ actions, onReject, onMerge }: OtherwiseProps) {
  const merges = actions.includes('merge')
  const rejects = actions.includes('reject')
  if (!merges && !rejects) return <View />
  return (
    <View>
      <Section title='更多处理' />
      <Form>
        {merges && (
          <FormRow
            icon={actionIcon('merge')}
            title='并到另一单'
            note='说的是同一件事，一起办，结果都会告诉'
            onTap={onMerge}
          />
        )}
        {rejects && (
          <FormRow
            icon={actionIcon('reject')}
            title='不予受理'
            note='不归社区管的，写明原因和去处'
            onTap={onReject}
          />
        )}
      </Form>
    </View>
  )
}
