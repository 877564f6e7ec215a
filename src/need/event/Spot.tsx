import { View } from '@tarojs/components'
import type { AreaCode } from 'domain/kernel/area'
import { areaText, locationText } from '@/area/areaNames'
import { useAreas } from '@/store/lists'
import { useRecords } from '@/store/records'
import { Btn } from '@/ui/Btn'
import { Choice } from '@/ui/Choice'
import { FieldError } from '@/ui/FieldError'
import { FormLabel } from '@/ui/FormLabel'
import { Icon } from '@/ui/Icon'
import { Link } from '@/ui/Link'
import { Note } from '@/ui/Note'
import { Sheet } from '@/ui/Sheet'
import { TextInput } from '@/ui/TextInput'

interface SpotProps {
  spot: string
  communityCode: AreaCode | undefined
  gridCode: AreaCode | undefined
  error: string | undefined
  onInput: (spot: string) => void
  onArea: () => void
}

/** Where it is: the spot in words, and the grid. */
export function Spot({ spot, communityCode, gridCode, error, onInput, onArea }: SpotProps) {
  const areas = useRecords((records) => records.areas)
  const area = communityCode && locationText(areas, { communityCode, gridCode })
  return (
    <View id='event-spot' className='mt-3'>
      <View className='card event-spot'>
        <View className='form-row__icon event-spot__icon'>
          <Icon name='map-pin' />
        </View>
        <View className='grow'>
          <TextInput
            className='event-spot__input'
            label='在哪里'
            value={spot}
            placeholder='写一句在哪里'
            maxLength={40}
            wrong={error !== undefined}
            onInput={onInput}
          />
          <View className='t-foot t-2'>{area ?? '还不知道是哪个网格'}</View>
        </View>
        <Link className='t-foot t-m event-spot__link' text='改一下' onTap={onArea} />
      </View>
      <View>{error && <FieldError text={error} />}</View>
    </View>
  )
}

const UNKNOWN = 'unknown'

interface GridSheetProps {
  /** Those in which somebody collects. */
  communities: AreaCode[]
  communityCode: AreaCode | undefined
  gridCode: AreaCode | undefined
  onChange: (communityCode: AreaCode, gridCode: AreaCode | undefined) => void
  onClose: () => void
}

/** 哪个网格 */
export function GridSheet({ communities, communityCode = '', gridCode, onChange, onClose }: GridSheetProps) {
  const areas = useRecords((records) => records.areas)
  const grids = useAreas(communityCode, 'grid')
  return (
    <Sheet title='哪个网格' onClose={onClose} actions={<Btn look='ink' grow text='好了' onTap={onClose} />}>
      <View>
        {communities.length > 1 && (
          <View>
            <FormLabel text='社区' />
            <Choice
              label='社区'
              options={communities.map((code) => ({ value: code, text: areaText(areas, code) ?? code }))}
              value={communityCode}
              onChange={(code) => onChange(code, undefined)}
            />
            <FormLabel text='网格' />
          </View>
        )}
      </View>
      <Choice
        label='网格'
        options={[
          ...grids.map(({ code, name }) => ({ value: code, text: name })),
          { value: UNKNOWN, text: '说不准' },
        ]}
        value={gridCode ?? UNKNOWN}
        onChange={(code) => onChange(communityCode, code === UNKNOWN ? undefined : code)}
      />
      <View className='mt-3'>
        {grids.length === 0 && <Note tone='warn'>网格还没取到，联网后再选一次。不选也能上报</Note>}
      </View>
    </Sheet>
  )
}
