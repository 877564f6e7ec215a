/** Every page, in one place: `app.config.ts` registers them, `platform/navigation.ts` goes to them. */

/** In the main package. The five tab pages come first, in the order of the tab bar. */
export const TAB_PAGES = [
  'pages/home/index',
  'pages/lists/index',
  'pages/place/index',
  'pages/work/index',
  'pages/me/index',
] as const

export const MAIN_PAGES = [...TAB_PAGES, 'pages/need/index'] as const

/** Subpackages: root, then its pages. */
export const SUBPACKAGES = {
  community: ['service/index', 'resource/index', 'areas/index'],
  desk: ['dispatch/index', 'publish/index'],
  member: ['records/index'],
  grid: ['event/index'],
} as const

type Subpackages = typeof SUBPACKAGES
type SubPage = { [R in keyof Subpackages]: `/${R}/${Subpackages[R][number]}` }[keyof Subpackages]

export type TabPath = `/${(typeof TAB_PAGES)[number]}`
export type PagePath = `/${(typeof MAIN_PAGES)[number]}` | SubPage

/** What each page is told by its address; pages left out take nothing, tab pages never can (WeChat drops it). */
export interface PageParams {
  '/pages/need/index': { id: string }
  '/community/service/index': { id: string }
  '/community/resource/index': { id: string }
  '/desk/dispatch/index': { id?: string }
  '/desk/publish/index': { list: 'service' | 'resource'; id?: string }
}
export type ParamsOf<P extends PagePath> = P extends keyof PageParams ? PageParams[P] : Record<never, never>
