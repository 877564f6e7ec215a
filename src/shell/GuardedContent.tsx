import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { switchTab } from '@/platform/navigation'
import { Btn } from '@/ui/Btn'
import { Card } from '@/ui/Card'
import { Guard } from '@/ui/Guard'
import { useTell } from './Guarded'

/** All of a page between its bars. */
export function GuardedContent({ children }: { children: ReactNode }) {
  return (
    <Guard of={children} onError={useTell('content')} instead={(again) => <CannotShow onAgain={again} />}>
      {children}
    </Guard>
  )
}

/** Once more, or home. */
export const CannotShow = ({ onAgain }: { onAgain: () => void }) => (
  <View className='mt-2'>
    <Card>
      <View className='t-head'>这一页暂时显示不了</View>
      <View className='t-sub mt-1'>写好的和送出的都还在。再试一次；还是不行，请更新小程序</View>
      <View className='row g-3 mt-4'>
        <Btn grow text='回首页' onTap={() => switchTab('/pages/home/index')} />
        <Btn grow look='ink' text='再试一次' onTap={onAgain} />
      </View>
    </Card>
  </View>
)
