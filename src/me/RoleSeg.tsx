import { View } from '@tarojs/components'
import { ROLE_NAMES } from 'domain/kernel/actor'
import type { Person } from 'domain/person/person'
import { Seg } from '@/ui/Seg'
import { type Desk, identitiesOf, useDesk } from '@/work/desks'

/** 切换身份: who is several things at once says as what they work today; 工作台 opens with it. */
export function RoleSeg({ me }: { me: Person }) {
  const [desk, choose] = useDesk(me)
  const identities = identitiesOf(me)
  if (identities.length === 1) return null
  return (
    <View className='me-roles'>
      <Seg<Desk>
        label='切换身份'
        options={identities.map(({ desk: value, role }) => ({
          value,
          text: ROLE_NAMES[role],
          ...(role === 'member' && { icon: 'flag-3' as const }),
        }))}
        value={desk === 'tasks' ? 'pool' : desk}
        onChange={choose}
      />
    </View>
  )
}
