import { View } from '@tarojs/components'
import { Check } from '@/ui/Check'
import { FieldError } from '@/ui/FieldError'
import { Link } from '@/ui/Link'
import { Sheet } from '@/ui/Sheet'

const PROMISE = '我同意：门牌和电话只给接单人和本社区工作人员看，办结后自动隐藏。'

interface ConsentProps {
  checked: boolean
  error: string | undefined
  onChange: (checked: boolean) => void
  /** to 看说明 */
  onMore?: () => void
}

/** 同意, ticked by the person each time. */
export function Consent({ checked, error, onChange, onMore }: ConsentProps) {
  return (
    <View id='place-consent' className='mt-3'>
      <Check checked={checked} onChange={onChange} label={PROMISE}>
        {PROMISE}
        {onMore && <Link text='看说明' onTap={onMore} />}
      </Check>
      <View>{error && <FieldError text={error} />}</View>
    </View>
  )
}

const EXPLAINED = [
  ['谁看得到', '清单上只有类别、一句话和网格，姓名写作“李**”。门牌和电话只给接单人和本社区工作人员。'],
  ['怎么看', '每看一次都要点一下，并留下记录。办结以后，帮忙的人就看不到了。'],
  ['怎么存', '门牌和电话加密存放，不进清单，不进日志。文字里有电话、证件号、车牌或账号时不会送出。'],
  ['反悔', '办好之前随时可以撤单。'],
] as const

/** 看说明 */
export function ConsentSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet title='您的门牌和电话' onClose={onClose}>
      {EXPLAINED.map(([title, text]) => (
        <View key={title} className='place-fold'>
          <View className='t-body t-m'>{title}</View>
          <View className='t-sub'>{text}</View>
        </View>
      ))}
    </Sheet>
  )
}
