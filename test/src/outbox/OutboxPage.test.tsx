import { fireEvent, render, screen } from '@testing-library/react'
import type { Command } from 'domain/commands'
import { dismiss, retry, takeBack } from '@/client'
import OutboxPage from '@/outbox/OutboxPage'
import { toast } from '@/platform/dialog'
import { updateApp } from '@/platform/update'
import { requireLogIn } from '@/shell/logIn/requireLogIn'
import { type QueueEntry, type RefusedCommand, type SyncState, useAppState } from '@/store/appState'
import { community, idOf, noon } from '../../support/builders'

jest.mock('@tarojs/taro', () => ({}))
jest.mock('@tarojs/components', () => jest.requireActual('../../support/taroComponents'))
jest.mock('@/shell/AppPage', () => ({ AppPage: jest.requireActual('@/ui/Page').Page }))
jest.mock('@/shell/logIn/requireLogIn', () => ({ requireLogIn: jest.fn() }))
jest.mock('@/lists/openList', () => ({ openList: jest.fn() }))
jest.mock('@/need/place/mendPlace', () => ({ mendPlace: jest.fn() }))
jest.mock('@/platform/dialog', () => ({ toast: jest.fn() }))
jest.mock('@/platform/update', () => ({ updateApp: jest.fn(async () => false) }))
jest.mock('@/platform/navigation', () => ({ goTo: jest.fn(), goBack: jest.fn() }))
jest.mock('@/client', () => ({ dismiss: jest.fn(), retry: jest.fn(), takeBack: jest.fn(() => true) }))

const command: Command = {
  id: idOf('c', 1),
  seq: 1,
  name: 'need.move',
  args: { action: 'claim', needId: idOf('n', 1) },
  at: noon,
}
const queued = (state: QueueEntry['state']): QueueEntry => ({ command, about: '楼道扶手松了', state })
const refused: RefusedCommand = {
  command,
  about: '楼道扶手松了',
  code: 'statusChanged',
  text: '有了变化',
  at: noon,
}

function show(
  sync: SyncState,
  outbox: QueueEntry[] = [],
  more: Partial<ReturnType<typeof useAppState.getState>> = {},
) {
  useAppState.setState({
    ready: true,
    sync,
    outbox,
    refused: [],
    unkept: [],
    sentToday: 0,
    sentLately: [],
    ...more,
  })
  render(<OutboxPage />)
}
const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

test('what waits stands there with its time, under the reason why it waits', () => {
  show('offline', [queued('waiting')])
  expect(screen.getByText('等网络')).toBeTruthy()
  expect(screen.getByText('接单：楼道扶手松了')).toBeTruthy()
  expect(screen.getByText(/写好/)).toBeTruthy()
  expect(screen.getByRole('img', { name: '状态，待发送' })).toBeTruthy()
})

test('what is held may be taken back there', () => {
  show('idle', [queued('held')])
  tap('撤回')
  expect(takeBack).toHaveBeenCalledWith(command.id)
  expect(toast).toHaveBeenCalledWith('撤回了，没有送出')
})

test('[S4] what was set aside is sent again or given up', () => {
  show('idle', [queued('aside')])
  tap('再送一次')
  expect(retry).toHaveBeenCalledWith(command.id)
  tap('不送了')
  expect(dismiss).toHaveBeenCalledWith(command.id)
})

test('[S4] what was refused says why and goes when it has been read', () => {
  show('idle', [], { refused: [refused] })
  expect(screen.getByText('要您看一下')).toBeTruthy()
  tap('知道了')
  expect(dismiss).toHaveBeenCalledWith(command.id)
})

test('[S12] a stalled outbox says so in plain words, and does not speak of a missing network', () => {
  show('stalled', [queued('waiting')])
  expect(screen.getByText(/一分多钟没有送到/)).toBeTruthy()
  expect(screen.queryByText('等网络')).toBeNull()
})

test('[S15] an app that is too old is updated there, and told where the update has not come yet', async () => {
  show('tooOld', [queued('waiting')])
  tap('现在更新')
  expect(updateApp).toHaveBeenCalled()
  await Promise.resolve()
  expect(toast).toHaveBeenCalledWith(expect.stringContaining('还没下载好'))
  expect(screen.getByText('等更新')).toBeTruthy()
})

test('whose log-in has ended logs in there', () => {
  show('loginNeeded', [queued('waiting')])
  tap('重新登录')
  expect(requireLogIn).toHaveBeenCalled()
})

test('what was sent today is named on a tap', () => {
  show('idle', [], {
    sentToday: 1,
    sentLately: [
      { commandId: command.id, name: 'claim', about: '楼道扶手松了', at: noon },
      { commandId: `${command.id}0`, name: '点单：客厅灯', at: noon }, // as older builds kept it
    ],
    lastSyncAt: noon,
  })
  expect(screen.queryByText('接单：楼道扶手松了')).toBeNull()
  tap(/今天已送出 1 件/)
  expect(screen.getByText('接单：楼道扶手松了')).toBeTruthy()
  expect(screen.getByText('点单：客厅灯')).toBeTruthy()
})

test('[S13] a full phone is told', () => {
  show('idle', [], { unkept: [community] })
  expect(screen.getByText(/手机存不下全部内容，没有网络时看不到社区清单/)).toBeTruthy()
  expect(screen.getByText('都送到了')).toBeTruthy()
})
