import { dispatchesIn } from 'domain/kernel/actor'
import type { AreaCode } from 'domain/kernel/area'
import { useFrame } from '@/shell/frame/frame'
import { useMe } from '@/store/lists'

interface Listed {
  id: string
  communityCode: AreaCode
}

/** Who keeps the lists of a community changes an entry from where they read it. */
export function useKeeperActs(list: 'service' | 'resource', of: Listed) {
  const frame = useFrame()
  const me = useMe()
  if (!me || !dispatchesIn(me, of.communityCode)) return []
  return [
    {
      icon: 'pencil' as const,
      text: '修改',
      onTap: () => frame.open('/desk/publish/index', { list, id: of.id }),
    },
  ]
}
