import { View } from '@tarojs/components'
import { requireLogIn } from '@/shell/logIn/requireLogIn'
import { Card } from '@/ui/Card'
import { Link } from '@/ui/Link'
import { Section } from '@/ui/Section'

/** 我的点单 of a guest: in one line what logging in brings; everything else on the page goes without. */
export function GuestNeeds() {
  return (
    <View>
      <Section tight title='我的点单' />
      <Card>
        <View className='t-sub'>
          登录后，在这里看您的点单办到哪一步。
          <Link text='登录' onTap={() => void requireLogIn()} />
        </View>
      </Card>
    </View>
  )
}
