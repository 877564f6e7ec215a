import { View } from '@tarojs/components'
import { ORG_KIND_NAMES } from 'domain/org/org'
import { useState } from 'react'
import { orgLetter } from '@/org/org'
import { Btn } from '@/ui/Btn'
import { Card } from '@/ui/Card'
import { Section } from '@/ui/Section'
import { PickRow, toggled } from './Pick'
import type { Ranked } from './useRanked'

const AT_FIRST = 3

interface OrgPickerProps {
  teams: Ranked['teams']
  value: string[]
  onChange: (orgIds: string[]) => void
}

/** Teams and units: anybody of theirs may claim it. Those whose people can do it stand first. */
export function OrgPicker({ teams: all, value, onChange }: OrgPickerProps) {
  const [shown, setShown] = useState(AT_FIRST)
  if (all.length === 0) return <View />
  const rows = all.filter(({ org }, at) => at < shown || value.includes(org.id))
  return (
    <View>
      <Section title='派给队伍、单位' note={value.length > 0 ? `选了 ${value.length} 个` : undefined} />
      <Card pad={false} className='picks'>
        {rows.map(({ org: { id, name, kind }, able }) => (
          <PickRow
            key={id}
            name={name}
            letter={orgLetter(kind)}
            tone='grey'
            note={able > 0 ? `${ORG_KIND_NAMES[kind]} · ${able} 人会这个` : ORG_KIND_NAMES[kind]}
            on={value.includes(id)}
            onToggle={() => onChange(toggled(value, id))}
          />
        ))}
      </Card>
      <View className='mt-3'>
        {shown < all.length && (
          <Btn block text={`看全部 ${all.length} 个`} onTap={() => setShown(all.length)} />
        )}
      </View>
    </View>
  )
}
