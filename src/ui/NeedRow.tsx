import { View } from '@tarojs/components'
import { cls } from './cls'
import type { DeadlineTone } from './deadlineTone'
import { press } from './press'
import { StatusTag, type StatusTone } from './StatusTag'
import { Steps } from './Steps'

export type NeedRowProps = {
  title: string
  tone: StatusTone
  statusText?: string | undefined
  /** shows how far it is: the step under way, and one line about it */
  progress?:
    | { step: number; text: string; promise?: string | undefined; promiseTone?: DeadlineTone | undefined }
    | undefined
  onTap?: () => void
}

/** Compact row of a need, inside a Card without padding. */
export function NeedRow({ title, tone, statusText, progress, onTap }: NeedRowProps) {
  return (
    <View className={cls('need-row', progress && 'need-row--steps')} {...press(onTap)}>
      <View className='need-row__line'>
        <View className={cls('need-row__main t-clip-2', progress ? 't-head' : 't-body')}>{title}</View>
        <StatusTag tone={tone} text={statusText} />
      </View>
      {progress && (
        <View className='mt-3'>
          <Steps step={progress.step} />
          <View className='need-row__line wrap mt-2'>
            <View className='need-row__main t-sub'>{progress.text}</View>
            {progress.promise && (
              <View
                className={cls('t-foot t-nowrap', progress.promiseTone && `t-m t-${progress.promiseTone}`)}
              >
                {progress.promise}
              </View>
            )}
          </View>
        </View>
      )}
    </View>
  )
}
