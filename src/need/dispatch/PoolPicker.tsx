import { View } from '@tarojs/components'
import { type AreaCode, upwards } from 'domain/kernel/area'
import type { Need } from 'domain/need/need'
import { areaText } from '@/area/areaNames'
import { useRecords } from '@/store/records'
import { Choice } from '@/ui/Choice'
import { Section } from '@/ui/Section'
import { poolName } from '../view/offer'

const NONE = 'none'

interface PoolPickerProps {
  need: Need
  value: AreaCode | undefined
  onChange: (pool: AreaCode | undefined) => void
}

/** 接单大厅: whoever helps in the area may claim it, first come first served. */
export function PoolPicker({ need, value, onChange }: PoolPickerProps) {
  const areas = useRecords((records) => records.areas)
  const pools = upwards(need.communityCode)
  return (
    <View>
      <Section tight title='放到接单大厅' note='谁先接谁去' />
      <Choice
        label='放到哪里的接单大厅'
        options={[
          { value: NONE, text: '不放' },
          ...pools.map((code) => ({ value: code, text: poolName(code) })),
        ]}
        value={value ?? NONE}
        onChange={(code) => onChange(code === NONE ? undefined : code)}
      />
      <View className='t-foot mt-2'>
        {value
          ? `${areaText(areas, value) ?? poolName(value)}的党员和志愿者都能看到、能接`
          : '只有下面点到名的才能接'}
      </View>
    </View>
  )
}
