import { View } from '@tarojs/components'
import { coordinatedBy, dispatchesIn } from 'domain/kernel/actor'
import type { Person } from 'domain/person/person'
import { useFrame } from '@/shell/frame/frame'
import { useResources, useServices } from '@/store/lists'
import { Form, FormRow } from '@/ui/FormRow'
import { Section } from '@/ui/Section'

/** Of what the phone holds; a coordinator's holds only some, and says nothing of the number. */
const countText = (items: { listed: boolean; communityCode: string }[], me: Person) => {
  if (coordinatedBy(me).length > 0) return undefined
  const mine = items.filter(({ communityCode }) => dispatchesIn(me, communityCode))
  const off = mine.filter(({ listed }) => !listed).length
  return off > 0 ? `在架 ${mine.length - off} 项，下架 ${off} 项` : `在架 ${mine.length} 项`
}

/** Who dispatches also keeps the two other lists. */
export function KeepLists({ me }: { me: Person }) {
  const frame = useFrame()
  const services = useServices({ unlisted: true })
  const resources = useResources({ unlisted: true })
  return (
    <View>
      <Section title='管理清单' />
      <Form>
        <FormRow
          icon='clipboard-list'
          title='服务清单'
          value={countText(services, me)}
          onTap={() => frame.open('/desk/publish/index', { list: 'service' })}
        />
        <FormRow
          icon='box'
          title='资源清单'
          value={countText(resources, me)}
          onTap={() => frame.open('/desk/publish/index', { list: 'resource' })}
        />
      </Form>
    </View>
  )
}
