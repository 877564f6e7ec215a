import Taro from '@tarojs/taro'
import { toast } from './dialog'
import { copyInBrowser } from './web/clipboard'

/** WeChat says so of whoever turned back by themselves. */
const CANCELLED = /cancel/i

const changedMind = (error: unknown) => CANCELLED.test(`${(error as { errMsg?: string } | null)?.errMsg}`)

/** Opens the phone's dialler; nobody is called before they tap there. */
export function callPhone(number: string): void {
  Taro.makePhoneCall({ phoneNumber: number }).catch((error) => {
    if (!changedMind(error)) toast(`没能打开拨号。请自己拨：${number}`)
  })
}

export async function copyText(text: string): Promise<void> {
  try {
    if (process.env.TARO_ENV === 'h5') {
      await copyInBrowser(text)
      toast('复制好了')
    } else await Taro.setClipboardData({ data: text }) // WeChat itself says that it was copied
  } catch {
    toast('没能复制，请自己抄下来或截图')
  }
}
