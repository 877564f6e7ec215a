import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useHoldPage } from './holdPage'
import { Icon } from './Icon'
import { press } from './press'
import { useDialog } from './useDialog'
import { usePull } from './usePull'

export type SheetProps = {
  title: string
  children?: ReactNode
  /** buttons, side by side */
  actions?: ReactNode
  onClose: () => void
  /** of a browser: the element that scrolls */
  body?: (element: HTMLElement | null) => void
}

/**
 * 弹层: to choose or to confirm. Goes into `over` of the Page, which stays where it is; a tap beside it, Esc or a pull
 * down closes.
 */
export function Sheet({ title, children, actions, onClose, body }: SheetProps) {
  const dialog = useDialog(onClose)
  const pull = usePull(onClose)
  useHoldPage()
  return (
    <View>
      <View className='scrim' catchMove onClick={onClose} />
      <View
        ref={dialog}
        className='sheet'
        role='dialog'
        aria-modal='true'
        aria-label={title}
        // in WeChat nothing inside would scroll either
        {...(process.env.TARO_ENV === 'h5' && { tabIndex: -1, catchMove: true })}
      >
        <View catchMove {...pull}>
          <View className='sheet__grip' />
          <View className='sheet__head'>
            <View className='sheet__title' role='heading' aria-level='2'>
              {title}
            </View>
            <View className='icon-btn' {...press(onClose, { label: '关闭' })}>
              <Icon name='x' size={24} />
            </View>
          </View>
        </View>
        <View className='sheet__body' {...(body && { ref: body })}>
          {children}
        </View>
        {actions && (
          <View className='sheet__acts' catchMove>
            {actions}
          </View>
        )}
      </View>
    </View>
  )
}
