import { View } from '@tarojs/components'
import { type AreaCode, contains } from 'domain/kernel/area'
import { useOrgs } from '@/store/lists'
import { Choice } from '@/ui/Choice'
import { FieldError } from '@/ui/FieldError'
import { FormLabel } from '@/ui/FormLabel'
import { Note } from '@/ui/Note'
import { anchorOf } from './EditorFields'

interface OrgChoiceProps {
  communityCode: AreaCode
  value: string
  /** Its name, where this phone holds no row of it. */
  knownName: string | undefined
  error: string | undefined
  onChange: (orgId: string) => void
}

/** Who offers the service: a team or unit that supports the community. */
export function OrgChoice({ communityCode, value, knownName, error, onChange }: OrgChoiceProps) {
  const orgs = useOrgs().filter(({ areaCodes }) =>
    areaCodes.some((area) => contains(area, communityCode) || contains(communityCode, area)),
  )
  const options = orgs.map(({ id, name }) => ({ value: id, text: name }))
  if (value && !orgs.some(({ id }) => id === value) && knownName) options.unshift({ value, text: knownName })
  return (
    <View id={anchorOf('orgId')}>
      <FormLabel text='由谁来办' />
      {options.length > 0 ? (
        <Choice label='由谁来办' options={options} value={value || undefined} onChange={onChange} />
      ) : (
        <Note tone='warn'>这个社区还没有登记队伍和单位，请社区书记在自己的手机上添这一项</Note>
      )}
      <View>{error && <FieldError text={error} />}</View>
    </View>
  )
}
