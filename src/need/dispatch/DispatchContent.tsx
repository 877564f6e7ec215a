import { View } from '@tarojs/components'
import type { Person } from 'domain/person/person'
import { useEffect, useState } from 'react'
import { fetchNeed, type Trouble } from '@/client'
import { switchTab } from '@/platform/navigation'
import type { ParamsOf } from '@/routes'
import { Framed } from '@/shell/frame/Framed'
import { useFrame } from '@/shell/frame/frame'
import { requireLogIn } from '@/shell/logIn/requireLogIn'
import { useIsGuest } from '@/store/appState'
import { useNow } from '@/store/clock'
import { useMe } from '@/store/lists'
import type { NeedView } from '@/store/records'
import { Empty } from '@/ui/Empty'
import { Skeleton } from '@/ui/Skeleton'
import { actionsOn, useNeed } from '../store/needs'
import { DispatchForm } from './DispatchForm'
import './dispatch.css'

/** 派单: one need, and whom to offer it to. */
export function DispatchContent({ id = '', to, ask }: Partial<ParamsOf<'/desk/dispatch/index'>>) {
  const view = useNeed(id)
  const me = useMe()
  const now = useNow()
  const { leave } = useFrame()
  const trouble = useFetched(id, view)

  if (view && me && mayHandle(view, me, now)) {
    return <DispatchForm key={id} view={view} me={me} now={now} to={to} ask={ask} onDone={leave} />
  }
  return (
    <Framed title='派单'>
      <View className='mt-2'>
        <Instead why={view && me ? DONE_WITH : id ? trouble && whyNot(trouble) : GONE} />
      </View>
    </Framed>
  )
}

const mayHandle = (view: NeedView, me: Person, now: string) =>
  view.whole && actionsOn(view, me, now).some((action) => ['dispatch', 'reject', 'merge'].includes(action))

/** Coordinators come from a shared address or a page of a list: then the need is asked of the server. */
function useFetched(id: string, view: NeedView | undefined): Trouble | undefined {
  const [trouble, setTrouble] = useState<Trouble>()
  const missing = !view?.whole
  useEffect(() => {
    if (id && missing) void fetchNeed(id).then((got) => setTrouble(got.ok ? undefined : got))
  }, [id, missing])
  return trouble
}

interface Why {
  title: string
  note: string
}

const DONE_WITH: Why = { title: '这一单现在不用您派了', note: '别的单都在工作台里' }
const GONE: Why = { title: '没有找到这一单', note: '可能已经撤下，或者不归您派' }

const whyNot = ({ code, text }: Trouble): Why =>
  code === 'notFound' ? GONE : { title: '这一单不在手机里', note: text }

function Instead({ why }: { why: Why | undefined }) {
  const guest = useIsGuest()
  if (guest) {
    return (
      <Empty
        icon='lock'
        title='派单要先登录'
        note='社区书记和管理员登录后可以派单'
        action={{ text: '登录', onTap: () => void requireLogIn() }}
      />
    )
  }
  if (!why) return <Skeleton count={1} />
  return (
    <Empty
      icon='clipboard-check'
      {...why}
      action={{ text: '回工作台', onTap: () => switchTab('/pages/work/index') }}
    />
  )
}
