/** Every page, in one place: `app.config.ts` registers them, `platform/navigation.ts` goes to them. */

/** In the main package. The five tab pages come first, in the order of the tab bar. */
export const TAB_PAGES = [
  'pages/home/index',
  'pages/lists/index',
  'pages/place/index',
  'pages/work/index',
  'pages/me/index',
] as const

/** 网格事件 too: it is written where there is no network, on a phone that may never have opened it before. */
export const MAIN_PAGES = [
  ...TAB_PAGES,
  'pages/need/index',
  'pages/outbox/index',
  'grid/event/index',
] as const

/** Subpackages: root, then its pages. */
export const SUBPACKAGES = {
  community: ['service/index', 'resource/index', 'areas/index', 'search/index', 'family/index'],
  desk: ['dispatch/index', 'publish/index'],
  member: ['records/index', 'needs/index'],
} as const

/** 组件总览, which only development builds have: nothing leads there but its address. */
export const BOARD = { root: 'board', pages: ['index'] }

type Subpackages = typeof SUBPACKAGES
type SubPage = { [R in keyof Subpackages]: `/${R}/${Subpackages[R][number]}` }[keyof Subpackages]

export type TabPath = `/${(typeof TAB_PAGES)[number]}`
export type PagePath = `/${(typeof MAIN_PAGES)[number]}` | SubPage

/** What each page is told by its address; pages left out take nothing, tab pages never can (WeChat drops it). */
export interface PageParams {
  '/pages/need/index': { id: string }
  '/community/service/index': { id: string }
  '/community/resource/index': { id: string }
  /** Whom to order for, as they are called. Nothing else about them stands in a link. */
  '/community/family/index': { for?: string | undefined }
  /** `to`: whom to begin with; `ask`: what else to do with it. */
  '/desk/dispatch/index': { id?: string; to?: string; ask?: 'reject' | 'merge' | undefined }
  '/desk/publish/index': { list: 'service' | 'resource'; id?: string }
}
export type ParamsOf<P extends PagePath> = P extends keyof PageParams ? PageParams[P] : Record<never, never>
