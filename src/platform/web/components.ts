import './elements.css'

/**
 * WeChat's components as the plain elements that they mean, with as much of them as our pages use. In H5 they stand
 * in for `@tarojs/components` (config/web.ts), which makes a custom element of every View, drawn by a runtime of
 * its own beside React. Taro cuts out of this file what no page names, so it does nothing but name them.
 */
export { Button, ScrollView, Text, View } from './elements'
export { Picker } from './Picker'
export { PullDown as PullDownRefresh } from './PullDown'
export { Input, Textarea } from './typed'
