import { mergeInternalComponents } from '@tarojs/shared'
import { ARIA } from './ariaProps'

mergeInternalComponents(ARIA)
