import { View } from '@tarojs/components'
import { Empty } from '@/ui/Empty'
import { Guard } from '@/ui/Guard'
import { Link } from '@/ui/Link'
import { LiveDot } from '@/ui/LiveDot'
import { NewPill } from '@/ui/NewPill'
import { Note } from '@/ui/Note'
import { Skeleton } from '@/ui/Skeleton'
import { SyncBanner } from '@/ui/SyncBanner'
import { Block, Frame, nothing } from './Block'

export const Hints = () => (
  <Block title='提示'>
    <View className='stack g-2'>
      <Note icon='lock'>门牌和电话只给接单人和社区工作人员看</Note>
      <Note tone='info'>相似的 3 件可以合并处理</Note>
      <Note tone='ok'>已提醒黄书记和陈师傅，30 分钟内会回您</Note>
      <Note tone='warn'>还剩 24 分要派出</Note>
      <Note tone='late'>文字里有身份证号，没有送出</Note>
    </View>
  </Block>
)

export const NewOnes = () => (
  <Block title='有新内容，不抢位置'>
    <Frame height='s'>
      <NewPill text='有 3 件新需求' onTap={nothing} />
    </Frame>
    <View className='row g-4'>
      <LiveDot text='刚刚更新' />
      <LiveDot live={false} text='09:34 存下的' />
    </View>
  </Block>
)

export const Banners = () => (
  <Block title='同步横幅'>
    <View className='stack g-2'>
      <SyncBanner round state='offline' count={2} onTap={nothing} />
      <SyncBanner round state='sending' count={1} />
      <SyncBanner round state='sent' />
      <SyncBanner round state='refused' count={1} onTap={nothing} />
    </View>
    <View className='board__edge'>
      <SyncBanner state='offline' onTap={nothing} />
    </View>
  </Block>
)

const Broken = (): never => {
  throw new Error('drawn on the board')
}

export const CannotBeDrawn = () => (
  <Block title='画不出来的一条'>
    <Guard onError={nothing} instead={(again) => <Link text='再试一次' onTap={again} />}>
      <Broken />
    </Guard>
  </Block>
)

export const NothingThere = () => (
  <Block title='空'>
    <Empty
      icon='heart-handshake'
      title='附近暂时没有新需求'
      note='有了会第一时间告诉您'
      action={{ text: '看看全镇的', onTap: nothing }}
    />
  </Block>
)

export const NotReached = () => (
  <Block title='出错'>
    <Empty
      icon='wifi-off'
      title='没连上，内容还在'
      note='下面是 09:34 存下的清单'
      action={{ text: '再试一次', icon: 'refresh', onTap: nothing }}
    />
  </Block>
)

export const Skeletons = () => (
  <Block title='骨架 · 最多三张'>
    <Skeleton />
  </Block>
)
