import Taro from '@tarojs/taro'
import { PULLED } from './web/pulled'

interface Question {
  title: string
  text?: string
  /** On the buttons; WeChat shows at most four characters. */
  yes?: string
  no?: string
}

// WeChat and H5 take nothing but six digits here: the tokens --brand and --ink-2, instead of their green.
const COLORS = { confirmColor: '#c3231c', cancelColor: '#55514b' }

type Dialogs = Pick<typeof Taro, 'showModal' | 'showToast'>

/** Nothing in a browser that has lost its network before it had their code. */
const dialogs = (): Promise<Dialogs | undefined> =>
  process.env.TARO_ENV === 'h5' ? import('./web/dialogs').catch(() => undefined) : Promise.resolve(Taro)

/** Whether people said yes. */
export async function confirm({ title, text = '', yes = '确定', no = '取消' }: Question): Promise<boolean> {
  const drawn = await dialogs()
  if (!drawn) return window.confirm(text ? `${title}\n${text}` : title)
  const answer = await drawn.showModal({ title, content: text, confirmText: yes, cancelText: no, ...COLORS })
  return answer.confirm
}

/** A short word that goes by itself. */
export async function toast(text: string): Promise<void> {
  void (await dialogs())?.showToast({ title: text, icon: 'none', duration: 2500 })
}

export function stopPullDown(): void {
  if (process.env.TARO_ENV === 'h5') window.dispatchEvent(new Event(PULLED))
  else void Taro.stopPullDownRefresh()
}
