import { View } from '@tarojs/components'
import { type AreaCode, saidName } from 'domain/kernel/area'
import { useState } from 'react'
import { BRAND } from '@/brand'
import { useArea, useAreas } from '@/store/lists'
import { Btn } from '@/ui/Btn'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { FormLabel } from '@/ui/FormLabel'
import { Form, FormRow } from '@/ui/FormRow'
import { Note } from '@/ui/Note'
import { Sheet } from '@/ui/Sheet'
import { CommunityRows } from './CommunityRows'

const UNKNOWN = 'unknown'

interface WhereSheetProps {
  communityCode: AreaCode | undefined
  gridCode: AreaCode | undefined
  address: string
  onAddress: (address: string) => void
  onArea: (communityCode: AreaCode, gridCode: AreaCode | undefined) => void
  onClose: () => void
}

/** 在哪里: the door, which is private, and the community and grid, which lists show. */
export function WhereSheet(props: WhereSheetProps) {
  const { communityCode, gridCode, address, onAddress, onArea, onClose } = props
  const [moving, setMoving] = useState(communityCode === undefined)
  const community = useArea(communityCode)
  const grids = useAreas(communityCode ?? BRAND.districtCode, 'grid')
  if (moving || !communityCode)
    return (
      <Sheet title='选社区' onClose={onClose}>
        <View className='place-sheet'>
          <CommunityRows
            from={communityCode}
            onChoose={(code) => {
              onArea(code, undefined)
              setMoving(false)
            }}
          />
        </View>
      </Sheet>
    )
  return (
    <Sheet title='在哪里' onClose={onClose} actions={<Btn look='ink' grow text='好了' onTap={onClose} />}>
      <View className='place-fold place-sheet'>
        <Field
          label='门牌号'
          placeholder='几栋几单元几号，选填'
          value={address}
          maxLength={80}
          onInput={onAddress}
        />
        <View className='mt-2'>
          <Note icon='lock'>门牌只给接单人和本社区工作人员看，清单上只写到网格</Note>
        </View>
        <FormLabel text='社区' />
        <Form>
          <FormRow
            icon='building-community'
            title={community ? saidName(community.name) : '已选的社区'}
            value='换一个'
            onTap={() => setMoving(true)}
          />
        </Form>
        <View>{grids.length > 0 && <FormLabel text='哪一片' hint='不清楚也行' />}</View>
        <View>
          {grids.length > 0 && (
            <Choice
              label='哪一片'
              options={[
                ...grids.map(({ code, name }) => ({ value: code, text: name })),
                { value: UNKNOWN, text: '不清楚' },
              ]}
              value={gridCode ?? UNKNOWN}
              onChange={(code) => onArea(communityCode, code === UNKNOWN ? undefined : code)}
            />
          )}
        </View>
      </View>
    </Sheet>
  )
}
