import { FormElement, TaroElement, type TaroEvent } from '@tarojs/runtime'
import { mergeInternalComponents } from '@tarojs/shared'
import { ARIA } from './ariaProps'

mergeInternalComponents(ARIA)

// Taro tells a field at every key what it has just said, which on a slow phone undoes what was typed since
// (components/useTold.ts).
const { dispatchEvent } = FormElement.prototype
FormElement.prototype.dispatchEvent = function (event: TaroEvent) {
  const plain = event.type === 'input' ? TaroElement.prototype.dispatchEvent : dispatchEvent
  return plain.call(this, event)
}
