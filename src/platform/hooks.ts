/** Taro's page hooks, so that pages name the platform alone. */
export {
  useDidHide,
  useDidShow,
  usePageScroll,
  usePullDownRefresh,
  useReachBottom,
  useShareAppMessage,
} from '@tarojs/taro'

import { useRouter } from '@tarojs/taro'
import type { PagePath, ParamsOf } from '../routes'

/** What this page's address says, as `routes.ts` types it; every value is text and may be missing. */
export const usePageParams = <P extends PagePath>(_path: P): Partial<ParamsOf<P>> =>
  useRouter().params as Partial<ParamsOf<P>>
