import { View } from '@tarojs/components'
import { type AreaCode, parentOf, saidName } from 'domain/kernel/area'
import { useState } from 'react'
import { BRAND } from '@/brand'
import { useAreas } from '@/store/lists'
import { Form, FormRow } from '@/ui/FormRow'
import { Note } from '@/ui/Note'

interface CommunityRowsProps {
  from: AreaCode | undefined
  onChoose: (code: AreaCode) => void
}

/** 选社区: town, then community. */
export function CommunityRows({ from, onChoose }: CommunityRowsProps) {
  const [town, setTown] = useState(from && parentOf(from))
  const communities = useAreas(town ?? BRAND.districtCode, 'community')
  const towns = useAreas(BRAND.districtCode, 'town')
  const townName = towns.find(({ code }) => code === town)?.name
  return (
    <View>
      <View>{towns.length === 0 && <Note tone='warn'>区划还没取到，联网后再选一次</Note>}</View>
      <Form>
        {town && (
          <FormRow
            icon='arrow-back-up'
            title={townName ?? '镇街'}
            value='换镇街'
            onTap={() => setTown(undefined)}
          />
        )}
        {(town ? communities : towns).map(({ code, name }) => (
          <FormRow key={code} title={saidName(name)} onTap={() => (town ? onChoose(code) : setTown(code))} />
        ))}
      </Form>
    </View>
  )
}
