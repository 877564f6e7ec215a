import { View } from '@tarojs/components'
import { homeOf } from 'domain/kernel/actor'
import { type AreaCode, atLevel, saidName } from 'domain/kernel/area'
import { found } from 'domain/kernel/search'
import { useState } from 'react'
import { BRAND } from '@/brand'
import { watch } from '@/client'
import { Framed } from '@/shell/frame/Framed'
import { useFrame } from '@/shell/frame/frame'
import { guardedPage } from '@/shell/guardedPage'
import { NothingYet } from '@/shell/NothingYet'
import { useFilling } from '@/shell/useFilling'
import { useCommunity } from '@/store/appState'
import { useAreas, useMe } from '@/store/lists'
import { useRecords } from '@/store/records'
import { Empty } from '@/ui/Empty'
import { Form, FormRow } from '@/ui/FormRow'
import { SearchBar } from '@/ui/SearchBar'
import { Section } from '@/ui/Section'
import { areaText } from './areaNames'
import { TownList } from './TownList'
import './areas.css'

/** 选社区: town, then community, or by name; sets the community in view. */
function AreasPage() {
  const [q, setQ] = useState('')
  const community = useCommunity()
  const me = useMe()
  const areas = useRecords((records) => records.areas)
  const towns = useAreas(BRAND.districtCode, 'town')
  const filling = useFilling()
  const { leave } = useFrame()
  const home = me && homeOf(me)

  const choose = (code: AreaCode) => {
    watch(code === home ? undefined : code)
    leave()
  }

  return (
    <Framed title='选社区'>
      <View className='mt-2'>
        <SearchBar value={q} placeholder='搜社区、村的名字' onInput={setQ} />
      </View>
      <View>
        {home && !q && (
          <View>
            <Section tight title='我住的社区' />
            <Form>
              <FormRow
                icon='home'
                title={areaText(areas, home) ?? '我的社区'}
                value={home === community ? '正在看' : undefined}
                onTap={() => choose(home)}
              />
            </Form>
          </View>
        )}
      </View>
      <View>{q.trim() && <Found q={q.trim()} current={community} onChoose={choose} />}</View>
      <View>
        {!q.trim() && towns.length > 0 && (
          <View>
            <Section tight title={`${areaText(areas, BRAND.districtCode) ?? ''}镇街`} />
            <TownList
              towns={towns}
              open={community && atLevel(community, 'town')}
              current={community}
              onChoose={choose}
            />
          </View>
        )}
        {towns.length === 0 && (
          <View className='mt-4'>
            <NothingYet filling={filling === 'filled' ? 'unreachable' : filling} />
          </View>
        )}
      </View>
    </Framed>
  )
}

export default guardedPage('areas', AreasPage, { title: '选社区' })

interface FoundProps {
  q: string
  current: AreaCode | undefined
  onChoose: (code: AreaCode) => void
}

/** Communities whose name, or whose town's, holds the words. */
function Found({ q, current, onChoose }: FoundProps) {
  const areas = useRecords((records) => records.areas)
  const communities = useAreas(BRAND.districtCode, 'community')
  const townName = (code: AreaCode) => areaText(areas, atLevel(code, 'town')) ?? ''
  const shown = communities.filter(({ code, name }) => found(q, saidName(name), name, townName(code)))
  if (shown.length === 0) {
    return (
      <View className='mt-4'>
        <Empty icon='search' title={`没找到“${q}”`} note='换个叫法，或清空后按镇街找' />
      </View>
    )
  }
  return (
    <View className='mt-4'>
      <Form>
        {shown.slice(0, 40).map(({ code, name }) => (
          <FormRow
            key={code}
            title={saidName(name)}
            note={townName(code)}
            value={code === current ? '正在看' : undefined}
            onTap={() => onChoose(code)}
          />
        ))}
      </Form>
    </View>
  )
}
