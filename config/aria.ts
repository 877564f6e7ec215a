import path from 'node:path'
import type { IPluginContext, TaroPlatformBase } from '@tarojs/service'
import { ARIA } from './ariaProps'

/** Plugin: Taro's templates for WeChat know no role and no aria-*, so that a screen reader found no button. */
export default (ctx: IPluginContext) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: TaroPlatformBase) {
      if (platform.platform !== 'weapp') return
      platform.template.mergeComponents(ctx, ARIA)
      // the runtime numbers the attributes as the templates do, so it must know the same ones
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'ariaRuntime.ts')].flat()
    },
  })
}
