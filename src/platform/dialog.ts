import Taro from '@tarojs/taro'

interface Question {
  title: string
  text?: string
  /** On the buttons; WeChat shows at most four characters. */
  yes?: string
  no?: string
}

// WeChat and H5 take nothing but six digits here: the tokens --brand and --ink-2, instead of their green.
const COLORS = { confirmColor: '#c3231c', cancelColor: '#55514b' }

/** Whether people said yes. */
export async function confirm({ title, text = '', yes = '确定', no = '取消' }: Question): Promise<boolean> {
  const answer = await Taro.showModal({ title, content: text, confirmText: yes, cancelText: no, ...COLORS })
  return answer.confirm
}

/** A short word that goes by itself. */
export const toast = (text: string) => void Taro.showToast({ title: text, icon: 'none', duration: 2500 })

export const stopPullDown = () => void Taro.stopPullDownRefresh()
