import { View } from '@tarojs/components'
import type { AreaCode } from 'domain/area'
import { categoriesOf } from 'domain/category'
import type { Service } from 'domain/service'
import { useState } from 'react'
import { ActionBar } from '@/components/ActionBar'
import { FormLabel } from '@/components/FormLabel'
import { Nav } from '@/components/Nav'
import { Note } from '@/components/Note'
import { TextArea } from '@/components/TextArea'
import { AppPage } from '@/pages/AppPage'
import { goBack } from '@/platform/navigation'
import { scrollToId } from '@/platform/scroll'
import type { RefusedCommand } from '@/store/session'
import { CategoryChoice, CommunityChoice, Line, placeOf } from './EditorFields'
import { NEW } from './keeping'
import { OrgChoice } from './OrgChoice'
import { Resumed } from './Resumed'
import { SessionsEditor } from './SessionsEditor'
import { saveAndLeave } from './saved'
import { serviceArgs, serviceErrors, serviceForm, withBookings } from './serviceForm'
import { useKeptForm } from './useKeptForm'

const CATEGORIES = [...categoriesOf('service'), ...categoriesOf('training')]

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
  const { change } = kept
  const form = withBookings(kept.form, service)
  const [tried, setTried] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const errors = tried ? serviceErrors(form) : {}
  const wrong = Object.values(errors)[0] ?? trouble

  const save = () => {
    setTried(true)
    const [first] = Object.keys(serviceErrors(form))
    if (first) return scrollToId(placeOf(first))
    const listed = service?.listed ?? true
    const done = service ? '已保存' : '已上架'
    const problem = saveAndLeave('service.save', serviceArgs(form, listed), done, refused)
    if (problem) setTrouble(problem)
    else kept.done()
  }

  return (
    <AppPage
      nav={<Nav title={service ? '改服务' : '添一项服务'} onBack={goBack} />}
      pad='note'
      foot={
        <ActionBar
          note={wrong ? { text: wrong, icon: 'alert-circle' } : undefined}
          main={{ text: service ? '保存' : '上架', onTap: save }}
        />
      }
    >
      <View>
        {refused && (
          <View className='mt-3'>
            <Note tone='late'>上次没送成：{refused.text}</Note>
          </View>
        )}
      </View>
      <Resumed kept={kept} />
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
        categories={CATEGORIES}
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
      <View id={placeOf('description')}>
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
      <View id={placeOf('sessions')}>
        <SessionsEditor
          sessions={form.sessions}
          tried={tried}
          onChange={(sessions) => change({ sessions })}
        />
      </View>
    </AppPage>
  )
}
