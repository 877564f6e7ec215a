import { View } from '@tarojs/components'
import { switchTab } from '@/platform/navigation'
import { requireLogIn } from '@/shell/logIn/requireLogIn'
import { Btn } from '@/ui/Btn'
import { Card } from '@/ui/Card'
import { Icon } from '@/ui/Icon'
import type { IconName } from '@/ui/icons'

const USES: { icon: IconName; title: string; text: string }[] = [
  { icon: 'clipboard-list', title: '居民', text: '看自己的单办到哪一步，补充、评价' },
  { icon: 'hand-stop', title: '党员、志愿者', text: '在接单大厅接单，记录服务时间' },
  { icon: 'navigation', title: '社区工作人员', text: '按时限派单，管好服务和资源' },
]

/** What the workbench is for, to who has not logged in; the lists are open to them as before. */
export function GuestDesk() {
  return (
    <View className='mt-2'>
      <Card>
        <View className='t-title'>登录后，这里是您要办的事</View>
        <View className='stack g-4 mt-4'>
          {USES.map(({ icon, title, text }) => (
            <View key={title} className='row row--top g-3'>
              <View className='form-row__icon'>
                <Icon name={icon} />
              </View>
              <View className='grow'>
                <View className='t-body t-m'>{title}</View>
                <View className='t-foot'>{text}</View>
              </View>
            </View>
          ))}
        </View>
        <View className='stack g-3 mt-6'>
          <Btn block look='primary' text='登录' onTap={() => void requireLogIn()} />
          <Btn block text='先看看三张清单' onTap={() => switchTab('/pages/lists/index')} />
        </View>
      </Card>
    </View>
  )
}
