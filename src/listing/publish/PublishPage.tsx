import { View } from '@tarojs/components'
import { dispatches } from 'domain/kernel/actor'
import type { Person } from 'domain/person/person'
import { usePageParams } from '@/platform/hooks'
import { switchTab } from '@/platform/navigation'
import { Framed } from '@/shell/frame/Framed'
import { useFrame } from '@/shell/frame/frame'
import { guardedPage } from '@/shell/guardedPage'
import { requireLogIn } from '@/shell/logIn/requireLogIn'
import { useAppState, useIsGuest } from '@/store/appState'
import { useMe, useResource, useService } from '@/store/lists'
import { Empty } from '@/ui/Empty'
import { Skeleton } from '@/ui/Skeleton'
import { refusedSave } from '../view/kept'
import { Kept } from './Kept'
import { communitiesFor, NEW } from './keeping'
import { ResourceEditor } from './ResourceEditor'
import { ServiceEditor } from './ServiceEditor'
import './publish.css'

/** 管理清单: the services and resources that somebody keeps; with an id the form of one, `new` for another. */
function PublishPage() {
  const { list = 'service', id } = usePageParams('/desk/publish/index')
  const me = useMe()
  if (!me || !dispatches(me)) return <NotTheirs me={me} />
  if (!id) return <Kept me={me} list={list} />
  return list === 'service' ? <OneService me={me} id={id} /> : <OneResource me={me} id={id} />
}

export default guardedPage('publish', PublishPage, { title: '管理清单' })

/** A new one belongs to the community in view, where that is theirs to keep. */
function useCommunities(me: Person) {
  const inView = useAppState((state) => state.community)
  return communitiesFor(me, inView)
}

const useRefusedSave = (id: string) => useAppState(({ refused }) => refusedSave(id, refused))

function OneService({ me, id }: { me: Person; id: string }) {
  const service = useService(id)
  const communities = useCommunities(me)
  const refused = useRefusedSave(id)
  if (id !== NEW && !service && !refused) return <Missing />
  return <ServiceEditor key={id} service={service} communities={communities} refused={refused} />
}

function OneResource({ me, id }: { me: Person; id: string }) {
  const resource = useResource(id)
  const communities = useCommunities(me)
  const refused = useRefusedSave(id)
  if (id !== NEW && !resource && !refused) return <Missing />
  return <ResourceEditor key={id} resource={resource} communities={communities} refused={refused} />
}

function Missing() {
  const { leave } = useFrame()
  return (
    <Framed title='管理清单'>
      <View className='mt-2'>
        <Empty
          icon='box'
          title='没有找到这一项'
          note='可能别人刚刚改过'
          action={{ text: '返回', onTap: leave }}
        />
      </View>
    </Framed>
  )
}

function NotTheirs({ me }: { me: Person | undefined }) {
  const guest = useIsGuest()
  return (
    <Framed title='管理清单'>
      <View className='mt-2'>
        {me || guest ? (
          <Empty
            icon='lock'
            title={guest ? '要先登录' : '清单由社区书记管理'}
            note={guest ? '社区书记和管理员登录后可以管理' : '有好的服务或资源，可以告诉社区'}
            action={
              guest
                ? { text: '登录', onTap: () => void requireLogIn() }
                : { text: '看看清单', onTap: () => switchTab('/pages/lists/index') }
            }
          />
        ) : (
          <Skeleton count={1} />
        )}
      </View>
    </Framed>
  )
}
