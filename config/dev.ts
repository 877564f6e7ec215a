import type { UserConfigExport } from '@tarojs/cli'
import { hidesAtOnce, STAND_INS } from './web'

const api = `http://127.0.0.1:${process.env.PORT ?? 8710}`

export default {
  h5: {
    webpackChain(chain) {
      hidesAtOnce(chain)
      chain.merge({ resolve: { alias: STAND_INS } })
    },
    devServer: {
      port: Number(process.env.H5_PORT ?? 10086),
      open: false,
      // Pages are loaded again; fast refresh would take two more packages.
      hot: false,
      proxy: [{ context: ['/api'], target: api, ws: true }],
    },
  },
} satisfies UserConfigExport<'webpack5'>
