import { spokenTimes } from '@/need/view/spoken'
import { useElder } from '@/store/preferences'

const asItIs = (sentence: string) => sentence

/** 长辈版 says times as people do: 今天下午六点. */
export const useSay = () => (useElder() ? spokenTimes : asItIs)
