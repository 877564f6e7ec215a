import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { useDidHide } from '@/platform/hooks'
import { canSpeak, speak } from '@/platform/speech'
import { Icon } from '@/ui/Icon'
import { press } from '@/ui/press'
import './elderHelp.css'

/** 念给我听: once more stops it. Not drawn where the phone does not speak. */
export function ReadAloud({ text }: { text: string }) {
  const [speaking, setSpeaking] = useState(false)
  const stop = useRef<() => void>(undefined)
  const silence = () => {
    stop.current?.()
    setSpeaking(false)
  }
  useDidHide(silence)
  useEffect(() => () => stop.current?.(), [])
  if (!canSpeak()) return null
  const start = () => {
    setSpeaking(true)
    stop.current = speak(text, () => setSpeaking(false))
  }
  return (
    <View className='elder-line' {...press(speaking ? silence : start)}>
      <Icon name={speaking ? 'x' : 'volume'} />
      <View className='t-head'>{speaking ? '不念了' : '念给我听'}</View>
    </View>
  )
}
