import { type Instant, plusMinutes } from 'domain/kernel/time'
import type { Locator } from 'playwright-core'
import { demoId } from '../../cloud/import/demoSteps'
import type { Someone } from '../browser/people'
import { type Caller, callAs } from '../support/caller'

/** When the demo district was filled: a Wednesday, 09:41 in Guangdong. */
export const MOMENT: Instant = '2026-03-18T01:41:00.000Z'

/** Who looks: role and name, as the log-in offers them. */
export const PEOPLE = {
  /** Has needs in many states; 陈** asks for somebody else too. */
  resident: ['居民', '李**'],
  neighbour: ['居民', '陈**'],
  elder: ['居民', '梁婆婆'],
  member: ['党员', '陈师傅'],
  /** Can do what the hall asks for, and is free now. */
  plumber: ['党员', '林师傅'],
  volunteer: ['志愿者', '理发师阿发'],
  secretary: ['社区书记', '黄书记'],
  gridWorker: ['网格员', '网格员小许'],
  household: ['党员中心户', '李伯'],
  coordinator: ['管理员', '林主任'],
  unit: ['单位联络员', '城管联络员陈**'],
} as const

/** What happens while the phone is brought to a state. */
export interface Scene {
  /** The server's address. */
  url: string
  /** Somebody else of the demo, by key, who acts without a phone. */
  other(key: string): Promise<Caller>
}
export const sceneAt = (url: string): Scene => ({ url, other: (key) => callAs(url, key) })

/** A page in a state. */
export interface Shot {
  /** Of the file, without `.png`; begins with the number of its design. */
  name: string
  /** Nobody: a guest. */
  as?: keyof typeof PEOPLE
  /** The page that is opened; without one, home. */
  at?: string
  /** 长辈版, or the phone's own text at 135 %. */
  mode?: 'elder' | 'large'
  width?: number
  height?: number
  /** The whole length of the page too, as `<name>-full`. */
  full?: true
  /** A page that only development builds have: taken where `H5` names one. */
  dev?: true
  /** Something is written to the server: the shot has a district of its own. */
  changes?: true
  /** Minutes that have passed since the moment; also a district of its own. */
  later?: number
  /** Before the app is opened, such as what the phone finds of a network. */
  before?: (it: Someone, scene: Scene) => Promise<unknown>
  /** From the page to what is shown; ends once that is there. */
  show?: (it: Someone, scene: Scene) => Promise<unknown>
}

export const momentOf = ({ later = 0 }: Shot): Instant => plusMinutes(MOMENT, later)

/** `before`: a server that never answers. */
export const unanswered = ({ page }: Someone) => page.route('**/api/**', () => {})

/** Addresses of what the demo file names by key. */
const idOf = (key: string) => demoId(key, MOMENT)
export const needAt = (key: string) => `/pages/need/index?id=${idOf(key)}`
export const dispatchAt = (key: string) => `/desk/dispatch/index?id=${idOf(key)}`
export const serviceAt = (key: string) => `/community/service/index?id=${idOf(key)}`
export const resourceAt = (key: string) => `/community/resource/index?id=${idOf(key)}`
export const publishAt = (list: 'service' | 'resource', key?: string) =>
  `/desk/publish/index?list=${list}${key ? `&id=${key === 'new' ? key : idOf(key)}` : ''}`
export { idOf }

/** Opens a sheet by the control that it is behind. */
export const openSheet = async (it: Someone, control: Locator) => {
  await control.click()
  await it.page.locator('.sheet:visible').waitFor()
}
