import { View } from '@tarojs/components'
import { toast } from '@/platform/dialog'
import { updateApp } from '@/platform/update'
import { requireLogIn } from '@/shell/logIn/requireLogIn'
import type { SyncState } from '@/store/appState'
import { Btn } from '@/ui/Btn'
import { Card } from '@/ui/Card'
import { Note } from '@/ui/Note'
import { type Hindrance, hindranceOf } from './outbox'

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
