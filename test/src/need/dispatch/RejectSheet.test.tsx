import { fireEvent, render, screen } from '@testing-library/react'
import { send } from '@/client'
import { RejectSheet } from '@/need/dispatch/RejectSheet'
import { aNeed } from '../../../support/builders'

jest.mock('@tarojs/components', () => jest.requireActual('../../../support/taroComponents'))
jest.mock('@/client', () => ({ send: jest.fn(() => ({ ok: true, commandId: 'c' })), takeBack: jest.fn() }))
jest.mock('@/platform/dialog', () => ({ toast: jest.fn() }))

const onDone = jest.fn()
const write = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const reject = () => fireEvent.click(screen.getByRole('button', { name: '不予受理' }))

beforeEach(() => {
  jest.mocked(send).mockClear()
  onDone.mockClear()
  render(<RejectSheet need={aNeed()} onClose={() => {}} onDone={onDone} />)
})

test('nobody is turned away without a reason and where to go instead', () => {
  reject()
  expect(screen.getByText('请写一句原因，点单的人会看到')).toBeTruthy()
  write('为什么不受理', '这件事归供电所管。')
  reject()
  expect(screen.getByText('请写去处，别让人白跑一趟')).toBeTruthy()
  expect(send).not.toHaveBeenCalled()
  write('可以找谁', '供电服务热线 95598')
  reject()
  expect(send).toHaveBeenCalledWith(
    'need.move',
    expect.objectContaining({ action: 'reject', note: '这件事归供电所管。可以找：供电服务热线 95598' }),
    { holdMs: 5000 },
  )
  expect(onDone).toHaveBeenCalled()
})

test('a private number is refused where it is written', () => {
  write('为什么不受理', '不归社区管')
  write('可以找谁', '找老陈 13800138000')
  expect(screen.getByText(/请写单位名字/)).toBeTruthy()
  reject()
  expect(send).not.toHaveBeenCalled()
})
