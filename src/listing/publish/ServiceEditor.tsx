import { View } from '@tarojs/components'
import type { AreaCode } from 'domain/kernel/area'
import type { Service } from 'domain/listing/service'
import type { RefusedCommand } from '@/store/appState'
import { categoriesOf, useCatalogue } from '@/store/catalogue'
import { useRecords } from '@/store/records'
import { FormLabel } from '@/ui/FormLabel'
import { TextArea } from '@/ui/TextArea'
import { Changed } from './Changed'
import { differences, upToDate } from './differences'
import { anchorOf, CategoryChoice, CommunityChoice, Line } from './EditorFields'
import { EditorPage, useSaving } from './EditorPage'
import { NEW } from './keeping'
import { OrgChoice } from './OrgChoice'
import { SessionsEditor } from './SessionsEditor'
import { sendForm } from './saved'
import { bookedOf, serviceArgs, serviceErrors, serviceForm, serviceReads, withBookings } from './serviceForm'
import { useKeptForm } from './useKeptForm'

const typedIn = (refused: RefusedCommand | undefined) =>
  refused?.command.name === 'service.save' ? refused.command.args : undefined

interface ServiceEditorProps {
  /** None: a new one. */
  service: Service | undefined
  communities: AreaCode[]
  /** The last change to it, where the server did not take it. */
  refused: RefusedCommand | undefined
}

export function ServiceEditor({ service, communities, refused }: ServiceEditorProps) {
  const kept = useKeptForm(`service/${service?.id ?? NEW}`, () =>
    serviceForm(service, communities[0] ?? '', typedIn(refused)),
  )
  useCatalogue()
  const { change } = kept
  const orgs = useRecords((records) => records.orgs)
  const now = service && serviceForm(service, service.communityCode)
  const orgName = (id: string) => orgs[id]?.name ?? (id === service?.orgId ? service.orgName : '')
  const differing = differences(kept.form, now, serviceReads(orgName))
  const form = withBookings(upToDate(kept.form, now, differing), service)
  const saving = useSaving(
    serviceErrors(form),
    differing,
    () => {
      const args = serviceArgs(form, service?.listed ?? true)
      return sendForm('service.save', args, service ? '已保存' : '已上架', refused, kept.sendAs)
    },
    kept,
  )
  const { errors } = saving

  return (
    <EditorPage
      what='服务'
      isNew={!service}
      kept={kept}
      refused={refused}
      saving={saving}
      changed={now && <Changed key={now.seen} differing={differing} now={now} change={change} />}
    >
      <Line
        name='title'
        label='名称'
        placeholder='比如：修小家电、磨刀、配钥匙'
        value={form.title}
        maxLength={40}
        error={errors.title}
        onInput={(title) => change({ title })}
      />
      <CategoryChoice
        categories={[...categoriesOf('service'), ...categoriesOf('training')]}
        value={form.categoryCode}
        error={errors.categoryCode}
        onChange={(categoryCode) => change({ categoryCode })}
      />
      {!service && (
        <CommunityChoice
          codes={communities}
          value={form.communityCode}
          onChange={(communityCode) => change({ communityCode, orgId: '' })}
        />
      )}
      <OrgChoice
        communityCode={form.communityCode}
        value={form.orgId}
        knownName={service?.orgName}
        error={errors.orgId}
        onChange={(orgId) => change({ orgId })}
      />
      <View id={anchorOf('description')}>
        <FormLabel text='说明' />
        <TextArea
          label='说明'
          placeholder='怎么办、要带什么、收不收材料费'
          value={form.description}
          error={errors.description}
          onInput={(description) => change({ description })}
        />
      </View>
      <Line
        name='scheduleText'
        label='平时什么时候有'
        placeholder='比如：每周四 19:30–21:00'
        value={form.scheduleText}
        maxLength={60}
        error={errors.scheduleText}
        onInput={(scheduleText) => change({ scheduleText })}
      />
      <View id={anchorOf('sessions')}>
        <SessionsEditor
          sessions={form.sessions}
          tried={saving.tried}
          onChange={(sessions) => {
            const gone = form.sessions.filter(({ id }) => !sessions.some((each) => each.id === id))
            change({ sessions, removed: { ...form.removed, ...bookedOf(gone) } })
          }}
        />
      </View>
    </EditorPage>
  )
}
