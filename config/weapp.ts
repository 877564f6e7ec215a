import path from 'node:path'
import type { IPluginContext, TaroPlatformBase } from '@tarojs/service'
import { ARIA } from './ariaProps'

/**
 * The style of a page's root, from its data (platform/scroll.ts). Taro's own PageMeta would be a node that its
 * templates do not know.
 */
const PAGE_META = '<page-meta page-style="{{pageStyle}}"></page-meta>\n'

/** Plugin: what Taro's templates for WeChat lack. They know no role and no aria-*, so a screen reader found no button. */
export default (ctx: IPluginContext) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: TaroPlatformBase) {
      if (platform.platform !== 'weapp') return
      const { template } = platform
      template.mergeComponents(ctx, ARIA)
      const bare = template.buildPageTemplate
      template.buildPageTemplate = (...args) => PAGE_META + bare(...args)
      // the runtime numbers the attributes as the templates do, so it must know the same ones
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'weappRuntime.ts')].flat()
    },
  })
}
