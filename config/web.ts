import path from 'node:path'

const web = (file: string) => path.resolve(__dirname, '../src/platform/web', file)

/** What is ours in place of Taro's in H5, beside what every browser that we serve (package.json) has itself. */
export const STAND_INS = {
  '@tarojs/components$': web('components.ts'),
  '@tarojs/components/dist/components$': web('notUsed.ts'),
  // elements.css
  '@tarojs/components/global.css': false,
  '@tarojs/components/dist/taro-components/taro-components.css': false,
  '@tarojs/components-react/dist/index.css': false,
  'whatwg-fetch': false,
  'abortcontroller-polyfill/dist/abortcontroller-polyfill-only': false,
  // nobody calls it
  'jsonp-retry': false,
}

interface Chain {
  module: {
    rule(name: string): {
      test(file: RegExp): { use(name: string): { loader(file: string): unknown } }
    }
  }
}

/** Going back shows what is below, however soon it is. */
export function hidesAtOnce({ module }: Chain) {
  const rule = module.rule('hideAtOnce').test(/@tarojs[\\/]router[\\/]dist[\\/]router[\\/]spa\.js$/)
  rule.use('hideAtOnce').loader(path.resolve(__dirname, 'hideAtOnce.cjs'))
}
