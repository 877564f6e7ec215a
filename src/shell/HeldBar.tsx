import { View } from '@tarojs/components'
import type { Command } from 'domain/commands'
import { takeBack } from '@/client'
import { heldText } from '@/need/view/actions'
import { toast } from '@/platform/dialog'
import { useAppState, useHeld } from '@/store/appState'
import { useRecords } from '@/store/records'
import { press } from '@/ui/press'
import './HeldBar.css'

/** 撤回: the newest step that this phone still holds back. An order that is held says so on its own page. */
export function HeldBar() {
  const command = useHeld()?.command
  return command?.name === 'need.move' ? <Held command={command} /> : null
}

function Held({ command }: { command: Extract<Command, { name: 'need.move' }> }) {
  const done = useRecords((records) => heldText(command.args, records))
  const online = useAppState((state) => state.online)
  const text = online ? done : `${done}，联网后送出`
  const undo = () => toast(takeBack(command.id) ? '撤回了，还在原来的地方' : '已经送出了，可以再改派')
  return (
    <View className='held' role='status' aria-live='polite'>
      <View className='held__text'>{text}</View>
      <View className='held__undo' {...press(undo, { label: `撤回：${text}` })}>
        撤回
      </View>
    </View>
  )
}
