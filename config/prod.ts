import type { UserConfigExport } from '@tarojs/cli'

const script = 'js/[name].[contenthash:8].js'
const style = 'css/[name].[contenthash:8].css'

export default {
  h5: {
    output: { filename: script, chunkFilename: script },
    miniCssExtractPluginOption: { ignoreOrder: true, filename: style, chunkFilename: style },
  },
} satisfies UserConfigExport<'webpack5'>
