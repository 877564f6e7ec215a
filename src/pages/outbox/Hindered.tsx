import { View } from '@tarojs/components'
import { Btn } from '@/components/Btn'
import { Card } from '@/components/Card'
import { Note } from '@/components/Note'
import { toast } from '@/platform/dialog'
import { updateApp } from '@/platform/update'
import type { SyncState } from '@/store/session'
import { type Hindrance, hindranceOf } from '@/view/outbox'
import { requireLogIn } from '../requireLogIn'

/** Why nothing goes out although there is a network, and what people can do about it. */
export function Hindered({ sync }: { sync: SyncState }) {
  const hindrance = hindranceOf(sync)
  if (!hindrance) return null
  const { text, go } = hindrance
  return (
    <Card>
      <Note tone={go ? 'late' : 'warn'}>{text}</Note>
      {go && (
        <View className='row g-3 mt-3'>
          <Btn grow size='s' look='ink' text={go.text} onTap={() => follow(go)} />
        </View>
      )}
    </Card>
  )
}

function follow({ does }: NonNullable<Hindrance['go']>) {
  if (does === 'logIn') void requireLogIn()
  else void update()
}

async function update() {
  if (!(await updateApp())) toast('新版本还没下载好。请连上网络，过一会儿再点')
}
