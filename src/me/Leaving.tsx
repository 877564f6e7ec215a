import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { demoIdentities, logOut } from '@/client'
import { toast } from '@/platform/dialog'
import { ask, useSheet } from '@/shell/sheets'
import { useAppState } from '@/store/appState'
import { Form, FormRow } from '@/ui/FormRow'

const switchIdentity = () => useSheet.setState({ open: 'logIn' })

function leave() {
  const { outbox, person } = useAppState.getState()
  const kept =
    outbox.length > 0
      ? `还有 ${outbox.length} 件没送出，会留在这部手机里，${person?.displayName ?? '您'}再登录时接着送`
      : '您的点单和任务都在服务器上，再登录就能看到'
  const onYes = () => {
    logOut()
    toast(outbox.length > 0 ? `已退出，${outbox.length} 件留着等您回来` : '已退出')
  }
  ask({ title: '退出登录？', text: kept, yes: '退出', no: '不退', onYes })
}

/** Another identity, where the server is a demo, and out. */
export function Leaving() {
  const [demo, setDemo] = useState(false)
  useEffect(() => {
    void demoIdentities().then((found) => setDemo(found.ok && found.people.length > 0))
  }, [])
  return (
    <View className='mt-3'>
      <Form>
        {demo && <FormRow icon='users' title='换个演示身份' onTap={switchIdentity} />}
        <FormRow icon='logout' title='退出登录' onTap={leave} />
      </Form>
    </View>
  )
}
