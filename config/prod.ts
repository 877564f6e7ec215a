import type { UserConfigExport } from '@tarojs/cli'
import { FirstPaint } from './firstPaint'
import { IconSprite } from './iconSprite'
import { Installable } from './installable'
import { Pieces } from './pieces'
import { hidesAtOnce, STAND_INS } from './web'

const script = 'js/[name].[contenthash:8].js'
const style = 'css/[name].[contenthash:8].css'
/** What two pages share is a file of its own from here on, in bytes; Taro would put it into both. */
const SHARED_FROM = 8_000
/** A page is at most so many scripts: over HTTP/1.1 six are fetched at a time. */
const FILES = 4

export default {
  h5: {
    output: { filename: script, chunkFilename: script },
    miniCssExtractPluginOption: { ignoreOrder: true, filename: style, chunkFilename: style },
    webpackChain(chain) {
      chain.plugin('iconSprite').use(IconSprite)
      chain.plugin('pieces').use(Pieces)
      hidesAtOnce(chain)
      chain.plugin('firstPaint').use(FirstPaint)
      chain.plugin('installable').use(Installable)
      const shared = { chunks: 'async', minChunks: 2, minSize: SHARED_FROM, reuseExistingChunk: true }
      chain.merge({
        optimization: {
          splitChunks: { chunks: 'async', maxAsyncRequests: FILES, cacheGroups: { default: false, shared } },
        },
        resolve: { alias: STAND_INS },
      })
    },
  },
  // Taro keeps the names of functions, quotes every key, and writes a Chinese letter in twice its bytes.
  terser: {
    enable: true,
    config: {
      keep_fnames: false,
      output: { quote_keys: false, keep_quoted_props: false, ascii_only: false },
    },
  },
} satisfies UserConfigExport<'webpack5'>
