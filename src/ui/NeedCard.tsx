import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { cls } from './cls'
import { Icon } from './Icon'
import type { IconName } from './icons'
import { KindLabel } from './KindLabel'
import { type Meta, Metas } from './Metas'
import { press } from './press'
import { type Reason, Reasons } from './Reasons'
import { Slots, type SlotsProps } from './Slots'
import { StatusTag, type StatusTone } from './StatusTag'
import { Tag } from './Tag'

export type NeedCardProps = {
  kind: string
  /** of the category: categoryIcon() */
  icon?: IconName | undefined
  /** 求助 · 水管下水 */
  label: string
  tone: StatusTone
  statusText?: string | undefined
  statusStep?: number | undefined
  title: string
  place?: string | undefined
  time?: string | undefined
  metas?: Meta[]
  slots?: SlotsProps | undefined
  /** 26 分钟前 */
  age?: string | undefined
  /** of the dispatcher's queue: takes the place of the kind */
  left?: { text: string; tone?: 'warn' | 'late' | undefined } | undefined
  /** why it is recommended, and how to say that it does not suit */
  why?: { reasons: Reason[]; onUnfit?: () => void } | undefined
  /** new in the list; kept on the phone only; read before */
  look?: 'new' | 'waiting' | 'dim' | undefined
  /** one small button, in the place of the age */
  action?: ReactNode
  /** under a line, between facts and foot: candidates */
  children?: ReactNode
  onTap?: (() => void) | undefined
}

/** 需求卡 */
export function NeedCard(props: NeedCardProps) {
  const { kind, icon, label, title, slots, age, left, why, look, action, children, onTap } = props
  const hasFoot = slots !== undefined || action !== undefined
  const holdsControls = action !== undefined || children !== undefined || why?.onUnfit !== undefined
  const metas = metasOf(props, hasFoot)
  // a control inside a control is announced wrongly: then the title alone is the button
  const open = press(onTap, { hover: 'pressed-card' })
  return (
    <View className={cls('card need', look && `need--${look}`)} {...(holdsControls ? onlyTap(onTap) : open)}>
      <View className='need__top'>
        {left ? <TimeLeft {...left} /> : <KindLabel kind={kind} icon={icon} text={label} />}
        <Marks {...props} />
      </View>
      <View className='need__title t-clip-2' {...(holdsControls ? press(onTap) : {})}>
        {title}
      </View>
      {metas.length > 0 && <Metas metas={metas} />}
      {why && <Why {...why} />}
      {children && <View className='need__more'>{children}</View>}
      {hasFoot && (
        <View className={cls('need__foot', why !== undefined && 'need__foot--plain')}>
          {slots ? <Slots {...slots} /> : <View />}
          {action ?? <View className='t-foot'>{age}</View>}
        </View>
      )}
    </View>
  )
}

const onlyTap = (onTap: (() => void) | undefined) => (onTap ? { onClick: onTap } : {})

function metasOf({ place, time, metas = [], age, look }: NeedCardProps, hasFoot: boolean): Meta[] {
  const all: Meta[] = []
  if (place) all.push({ icon: 'map-pin', text: place })
  if (time) all.push({ icon: 'calendar-time', text: time })
  all.push(...metas)
  if (look === 'waiting') all.push({ icon: 'cloud-off', text: '联网后自动送出' })
  if (age && !hasFoot) all.push({ icon: 'clock', text: age })
  return all
}

function Marks({ tone, statusText, statusStep, look }: NeedCardProps) {
  const tag = <StatusTag tone={look === 'waiting' ? 'queued' : tone} text={statusText} step={statusStep} />
  if (look !== 'new') return tag
  return (
    <View className='need__marks'>
      <Tag text='新' tone='info' />
      {tag}
    </View>
  )
}

function TimeLeft({ text, tone }: { text: string; tone?: 'warn' | 'late' | undefined }) {
  return (
    <View className={cls('left', tone && `left--${tone}`)}>
      <Icon name={tone ? 'hourglass' : 'clock'} />
      <View>{text}</View>
    </View>
  )
}

function Why({ reasons, onUnfit }: { reasons: Reason[]; onUnfit?: () => void }) {
  return (
    <View className='why'>
      <View className='why__h'>
        为什么推荐给您
        {onUnfit && (
          <View className='why__unfit' {...press(onUnfit)}>
            不合适？
          </View>
        )}
      </View>
      <Reasons reasons={reasons} />
    </View>
  )
}
