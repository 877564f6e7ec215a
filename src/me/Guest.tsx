import { View } from '@tarojs/components'
import { requireLogIn } from '@/shell/logIn/requireLogIn'
import { Btn } from '@/ui/Btn'
import { Card } from '@/ui/Card'

/** Not logged in: what that is good for, and that nothing is lost without it. */
export function Guest() {
  return (
    <View className='mt-2'>
      <Card>
        <View className='t-title'>还没有登录</View>
        <View className='t-sub mt-1'>不登录也能看清单。登录后能点单、接单，随时看自己的单办到哪一步。</View>
        <View className='mt-4'>
          <Btn block look='primary' text='登录' onTap={() => void requireLogIn()} />
        </View>
      </Card>
    </View>
  )
}
