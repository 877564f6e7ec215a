import Taro from '@tarojs/taro'

/** Opens the phone's dialler; nobody is called before they tap there. */
export function callPhone(number: string): void {
  // people may change their mind in the dialler
  Taro.makePhoneCall({ phoneNumber: number }).catch(() => {})
}

/** The system itself says that it was copied. */
export function copyText(text: string): void {
  Taro.setClipboardData({ data: text }).catch(() => {})
}
