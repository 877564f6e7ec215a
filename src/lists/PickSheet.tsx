import { View } from '@tarojs/components'
import { Choice } from '@/ui/Choice'
import { FormLabel } from '@/ui/FormLabel'
import { Sheet } from '@/ui/Sheet'

export interface PickGroup<V extends string> {
  title?: string
  options: { value: V; text: string }[]
}

interface PickSheetProps<V extends string> {
  title: string
  groups: PickGroup<V>[]
  value: V | undefined
  onPick: (value: V) => void
  onClose: () => void
}

/** One of several, in groups; a tap chooses and closes. */
export function PickSheet<V extends string>({ title, groups, value, onPick, onClose }: PickSheetProps<V>) {
  const pick = (picked: V) => {
    onPick(picked)
    onClose()
  }
  return (
    <Sheet title={title} onClose={onClose}>
      {groups.map((group) => (
        <View key={group.title ?? ''}>
          {group.title && <FormLabel text={group.title} />}
          <Choice label={group.title ?? title} options={group.options} value={value} onChange={pick} />
        </View>
      ))}
    </Sheet>
  )
}
