import Taro from '@tarojs/taro'

interface Question {
  title: string
  text?: string
  /** On the buttons; WeChat shows at most four characters. */
  yes?: string
  no?: string
}

/** Whether people said yes. */
export async function confirm({ title, text = '', yes = '确定', no = '取消' }: Question): Promise<boolean> {
  const answer = await Taro.showModal({ title, content: text, confirmText: yes, cancelText: no })
  return answer.confirm
}

/** A short word that goes by itself. */
export const toast = (text: string) => void Taro.showToast({ title: text, icon: 'none', duration: 2500 })

export const stopPullDown = () => void Taro.stopPullDownRefresh()
