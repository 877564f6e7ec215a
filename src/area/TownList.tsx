import { View } from '@tarojs/components'
import type { Area } from 'domain/area/area'
import { type AreaCode, saidName } from 'domain/kernel/area'
import { useState } from 'react'
import { useAreas } from '@/store/lists'
import { Form, FormRow } from '@/ui/FormRow'
import { Icon } from '@/ui/Icon'

interface TownListProps {
  towns: Area[]
  /** The town that is unfolded at first. */
  open: AreaCode | undefined
  current: AreaCode | undefined
  onChoose: (code: AreaCode) => void
}

/** Towns, of which one at a time shows its communities. */
export function TownList({ towns, open: first, current, onChoose }: TownListProps) {
  const [open, setOpen] = useState(first)
  return (
    <Form>
      {towns.map((town) => (
        <View key={town.code} className='form-row-group'>
          <FormRow
            icon='building-community'
            title={town.name}
            tail={<Icon name={open === town.code ? 'chevron-up' : 'chevron-down'} />}
            onTap={() => setOpen(open === town.code ? undefined : town.code)}
          />
          <View>
            {open === town.code && <Communities town={town.code} current={current} onChoose={onChoose} />}
          </View>
        </View>
      ))}
    </Form>
  )
}

interface CommunitiesProps {
  town: AreaCode
  current: AreaCode | undefined
  onChoose: (code: AreaCode) => void
}

function Communities({ town, current, onChoose }: CommunitiesProps) {
  const communities = useAreas(town, 'community')
  return (
    <View className='areas-town'>
      {communities.map(({ code, name }) => (
        <FormRow
          key={code}
          title={saidName(name)}
          value={code === current ? '正在看' : undefined}
          onTap={() => onChoose(code)}
        />
      ))}
      {communities.length === 0 && <View className='t-foot areas-none'>这里没有可选的社区</View>}
    </View>
  )
}
