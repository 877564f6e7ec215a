import { View } from '@tarojs/components'
import { Icon } from '@/ui/Icon'
import { ICONS } from '@/ui/icons'
import { Mark } from '@/ui/Mark'
import { Block } from './Block'

const COLOURS: [token: string, text: string][] = [
  ['brand', '主红'],
  ['brand-tint', '浅红'],
  ['ink', '正文'],
  ['ink-2', '次级'],
  ['ink-3', '辅助'],
  ['fill', '填充'],
  ['bg', '底'],
  ['surface', '卡片'],
  ['ok', '成功'],
  ['info', '信息'],
  ['warn', '留意'],
  ['late', '超时'],
]

export function Colours() {
  return (
    <Block title='颜色 · 品牌、中性、含义'>
      <View className='board__swatches'>
        {COLOURS.map(([token, text]) => (
          <View key={token} className='board__swatch'>
            <View className='board__colour' style={{ background: `var(--${token})` }} />
            <View className='t-caption t-2'>{text}</View>
          </View>
        ))}
      </View>
    </Block>
  )
}

const LEVELS: [level: string, text: string, size: string][] = [
  ['t-title-l', '页面标题', '24/32 粗'],
  ['t-title', '区块标题', '20/28 粗'],
  ['t-head', '卡片标题', '17/24 粗'],
  ['t-body', '正文', '16/24'],
  ['t-sub', '次要正文', '15/22'],
  ['t-foot', '说明', '13/18'],
  ['t-caption', '最小', '12/16'],
]

export function TextLevels() {
  return (
    <Block title='字号'>
      <View className='card card--pad stack g-2'>
        {LEVELS.map(([level, text, size]) => (
          <View key={level} className='board__level'>
            <View className={level}>{text}</View>
            <View className='t-caption'>{size}</View>
          </View>
        ))}
      </View>
    </Block>
  )
}

export function Icons() {
  return (
    <Block title='图标与品牌标记' wide>
      <View className='row g-3'>
        <Mark />
        <Mark size='l' />
        <Mark size='xl' />
      </View>
      <View className='board__icons'>
        {ICONS.map((name) => (
          <View key={name} className='board__icon'>
            <Icon name={name} size={24} />
            <View className='t-caption'>{name}</View>
          </View>
        ))}
      </View>
    </Block>
  )
}
