import { View } from '@tarojs/components'
import { useState } from 'react'
import { ActionBar } from '@/ui/ActionBar'
import { Btn } from '@/ui/Btn'
import { Card } from '@/ui/Card'
import { IconBtn } from '@/ui/IconBtn'
import { type ListName, ListTabs } from '@/ui/ListTabs'
import { LiveDot } from '@/ui/LiveDot'
import { Nav, TopNav } from '@/ui/Nav'
import { Page } from '@/ui/Page'
import { Section } from '@/ui/Section'
import { ShareArea } from '@/ui/ShareArea'
import { Sheet } from '@/ui/Sheet'
import { SyncBanner } from '@/ui/SyncBanner'
import { TabBar, type TabName } from '@/ui/TabBar'
import { Block, Frame, nothing } from './Block'

export const Navs = () => (
  <Block title='导航栏'>
    <View className='board__edge stack g-2'>
      <TopNav brand='阳东先锋' place='燕山湖社区' onPlace={nothing} />
      <TopNav surface heading='工作台' place='黄书记' onPlace={nothing} />
      <TopNav
        surface
        place='燕山湖社区'
        onPlace={nothing}
        tail={<IconBtn icon='search' label='搜索' onTap={nothing} />}
      />
      <Nav title='点单详情' onBack={nothing} />
      <Nav surface title='很长的标题在两侧让出位置，写不下就两行' onBack={nothing} />
    </View>
  </Block>
)

export function Tabs() {
  const [tab, setTab] = useState<TabName>('home')
  const [list, setList] = useState<ListName>('need')
  return (
    <Block title='标签栏与清单切换'>
      <Frame height='s'>
        <TabBar current={tab} badges={{ work: 7, me: 120 }} onSwitch={setTab} />
      </Frame>
      <View className='board__edge'>
        <ListTabs current={list} counts={{ need: 12, resource: 38, service: 26 }} onSwitch={setList} />
      </View>
      <Section title='我的点单' note='2 件在办' more={{ text: '全部', onTap: nothing }} />
      <Section tight title='附近的需求' note={<LiveDot text='刚刚更新' />} />
    </Block>
  )
}

export const Actions = () => (
  <Block title='底部操作栏'>
    <Frame height='s'>
      <ActionBar main={{ text: '我来接', onTap: nothing }} />
    </Frame>
    <Frame height='s'>
      <ActionBar
        note={{ icon: 'shield-check', text: '草稿已保存在手机里，没网也能提交' }}
        acts={[
          { icon: 'message-circle', text: '催一催', onTap: nothing },
          { icon: 'pencil-plus', text: '补充', onTap: nothing },
        ]}
        main={{ text: '联系陈师傅', icon: 'phone', onTap: nothing }}
      />
    </Frame>
    <Frame height='s'>
      <ActionBar
        side={{ text: '不满意，重办', onTap: nothing }}
        main={{ text: '确认评价', disabled: true, onTap: nothing }}
      />
    </Frame>
    <ShareArea label='叫家人帮我点' onShare={nothing}>
      <Card>叫家人帮我点</Card>
    </ShareArea>
  </Block>
)

export function Sheets() {
  const [open, setOpen] = useState(true)
  return (
    <Block title='弹层'>
      <Frame height='m'>
        <Btn size='s' text='打开弹层' onTap={() => setOpen(true)} />
        {open && (
          <Sheet
            title='确定不用来了吗？'
            actions={
              <>
                <Btn grow look='line' text='再等等' onTap={() => setOpen(false)} />
                <Btn grow look='ink' text='不用来了' onTap={() => setOpen(false)} />
              </>
            }
            onClose={() => setOpen(false)}
          >
            <View className='t-sub'>陈师傅已经出发了。</View>
          </Sheet>
        )}
      </Frame>
    </Block>
  )
}

export const Pages = () => (
  <Block title='一页'>
    <Frame height='l'>
      <Page
        nav={<TopNav heading='我的' />}
        lead={<SyncBanner state='sending' count={1} />}
        foot={<TabBar current='me' onSwitch={nothing} />}
        pad='tab'
      >
        <Card>卡片</Card>
        <Card look='xl'>大圆角</Card>
        <Card look='flat'>平的</Card>
        <Card look='line' onTap={nothing}>
          描边，可点
        </Card>
      </Page>
    </Frame>
  </Block>
)
