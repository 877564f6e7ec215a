import { View } from '@tarojs/components'
import { homeOf } from 'domain/kernel/actor'
import { startOf } from 'domain/kernel/grapheme'
import type { Person } from 'domain/person/person'
import { locationText } from '@/area/areaNames'
import { roleTags, skillsText } from '@/person/person'
import { useRecords } from '@/store/records'
import { Avatar } from '@/ui/Avatar'
import { Tag } from '@/ui/Tag'

/** The form of address that others read, what I am, and where I belong. */
export function Identity({ me }: { me: Person }) {
  const areas = useRecords((records) => records.areas)
  const skills = skillsText(me)
  const place = locationText(areas, { communityCode: homeOf(me), gridCode: me.homeGrid })
  return (
    <View className='me'>
      <Avatar size='l' letter={startOf(me.displayName, 1)} />
      <View className='grow'>
        <View className='row wrap g-2'>
          <View className='t-title'>{me.displayName}</View>
          {roleTags(me).map((tag) => (
            <Tag key={tag.text} {...tag} />
          ))}
        </View>
        <View className='t-foot mt-1'>{place}</View>
        <View>{skills && <View className='t-foot'>会 {skills}</View>}</View>
      </View>
    </View>
  )
}
