import { View } from '@tarojs/components'
import type { AreaCode } from 'domain/kernel/area'
import type { Resource } from 'domain/listing/resource'
import type { RefusedCommand } from '@/store/appState'
import { categoriesOf, useCatalogue } from '@/store/catalogue'
import { FormLabel } from '@/ui/FormLabel'
import { TextArea } from '@/ui/TextArea'
import { Changed } from './Changed'
import { differences, upToDate } from './differences'
import { anchorOf, CategoryChoice, CommunityChoice, Line } from './EditorFields'
import { EditorPage, useSaving } from './EditorPage'
import { NEW } from './keeping'
import { RESOURCE_READS, resourceArgs, resourceErrors, resourceForm } from './resourceForm'
import { sendForm } from './saved'
import { useKeptForm } from './useKeptForm'

const typedIn = (refused: RefusedCommand | undefined) =>
  refused?.command.name === 'resource.save' ? refused.command.args : undefined

interface ResourceEditorProps {
  /** None: a new one. */
  resource: Resource | undefined
  communities: AreaCode[]
  /** The last change to it, where the server did not take it. */
  refused: RefusedCommand | undefined
}

export function ResourceEditor({ resource, communities, refused }: ResourceEditorProps) {
  const kept = useKeptForm(`resource/${resource?.id ?? NEW}`, () =>
    resourceForm(typedIn(refused) ?? resource, communities[0] ?? ''),
  )
  useCatalogue()
  const { change } = kept
  const now = resource && resourceForm(resource, resource.communityCode)
  const differing = differences(kept.form, now, RESOURCE_READS)
  const form = upToDate(kept.form, now, differing)
  const saving = useSaving(
    resourceErrors(form),
    differing,
    () => {
      const args = resourceArgs(form, resource?.listed ?? true)
      return sendForm('resource.save', args, resource ? '已保存' : '已上架', refused, kept.sendAs)
    },
    kept,
  )
  const { errors } = saving

  return (
    <EditorPage
      what='资源'
      isNew={!resource}
      kept={kept}
      refused={refused}
      saving={saving}
      changed={now && <Changed key={now.seen} differing={differing} now={now} change={change} />}
    >
      <Line
        name='title'
        label='名称'
        placeholder='比如：轮椅、小会议室'
        value={form.title}
        maxLength={40}
        error={errors.title}
        onInput={(title) => change({ title })}
      />
      <CategoryChoice
        categories={categoriesOf('resource')}
        value={form.categoryCode}
        error={errors.categoryCode}
        onChange={(categoryCode) => change({ categoryCode })}
      />
      {!resource && (
        <CommunityChoice
          codes={communities}
          value={form.communityCode}
          onChange={(communityCode) => change({ communityCode })}
        />
      )}
      <Line
        name='ownerName'
        label='由谁提供'
        placeholder='比如：党群驿站'
        value={form.ownerName}
        maxLength={40}
        error={errors.ownerName}
        onInput={(ownerName) => change({ ownerName })}
      />
      <View className='row row--top g-3'>
        <View className='grow'>
          <Line
            name='quantity'
            label='有多少'
            type='number'
            value={form.quantity}
            maxLength={5}
            error={errors.quantity}
            onInput={(quantity) => change({ quantity })}
          />
        </View>
        <View className='grow'>
          <Line
            name='unit'
            label='单位'
            placeholder='台、间、位'
            value={form.unit}
            maxLength={8}
            error={errors.unit}
            onInput={(unit) => change({ unit })}
          />
        </View>
      </View>
      <Line
        name='openText'
        label='什么时候能用'
        placeholder='比如：周一至周六 08:30–21:00'
        value={form.openText}
        maxLength={60}
        error={errors.openText}
        onInput={(openText) => change({ openText })}
      />
      <View id={anchorOf('description')}>
        <FormLabel text='说明' />
        <TextArea
          label='说明'
          placeholder='怎么借、怎么用、要注意什么'
          value={form.description}
          error={errors.description}
          onInput={(description) => change({ description })}
        />
      </View>
    </EditorPage>
  )
}
