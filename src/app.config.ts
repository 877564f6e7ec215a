import { BRAND } from './brand'
import { BOARD, MAIN_PAGES, SUBPACKAGES, TAB_PAGES } from './routes'

const TAB_TEXTS = ['首页', '清单', '点单', '工作台', '我的']

const roots = Object.keys(SUBPACKAGES)
const subpages = Object.entries(SUBPACKAGES).flatMap(([root, pages]) =>
  pages.map((page) => `${root}/${page}`),
)

/** Whichever page comes first has all others fetched, over any network: they open without one from then on. */
const preloadRule = Object.fromEntries(
  [...MAIN_PAGES, ...subpages].map((page) => [
    page,
    { network: 'all' as const, packages: roots.filter((root) => !page.startsWith(`${root}/`)) },
  ]),
)

export default defineAppConfig({
  pages: [...MAIN_PAGES],
  subPackages: [
    ...Object.entries(SUBPACKAGES).map(([root, pages]) => ({ root, pages: [...pages] })),
    ...(process.env.NODE_ENV === 'production' ? [] : [BOARD]),
  ],
  ...(process.env.TARO_ENV === 'weapp' && { preloadRule }),
  window: {
    navigationBarTitleText: BRAND.name,
    navigationStyle: 'custom',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f5f5f3',
    backgroundTextStyle: 'dark',
  },
  // Pages draw the bar themselves (`TabBar`); named here, WeChat keeps its pages alive.
  tabBar: {
    custom: true,
    color: '#6b665f',
    selectedColor: '#c3231c',
    backgroundColor: '#ffffff',
    list: TAB_PAGES.map((pagePath, index) => ({ pagePath, text: TAB_TEXTS[index] ?? '' })),
  },
  lazyCodeLoading: 'requiredComponents',
  // A page of a browser is there at once.
  ...(process.env.TARO_ENV === 'h5' && { animation: { duration: 0, delay: 0 } }),
})
