import { View } from '@tarojs/components'
import type { AreaCode } from 'domain/area'
import { categoriesOf } from 'domain/category'
import type { Resource } from 'domain/resource'
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
import { Resumed } from './Resumed'
import { resourceArgs, resourceErrors, resourceForm } from './resourceForm'
import { saveAndLeave } from './saved'
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
  const { form, change } = kept
  const [tried, setTried] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const errors = tried ? resourceErrors(form) : {}
  const wrong = Object.values(errors)[0] ?? trouble

  const save = () => {
    setTried(true)
    const [first] = Object.keys(resourceErrors(form))
    if (first) return scrollToId(placeOf(first))
    const listed = resource?.listed ?? true
    const done = resource ? '已保存' : '已上架'
    const problem = saveAndLeave('resource.save', resourceArgs(form, listed), done, refused)
    if (problem) setTrouble(problem)
    else kept.done()
  }

  return (
    <AppPage
      nav={<Nav title={resource ? '改资源' : '添一项资源'} onBack={goBack} />}
      pad='note'
      foot={
        <ActionBar
          note={wrong ? { text: wrong, icon: 'alert-circle' } : undefined}
          main={{ text: resource ? '保存' : '上架', onTap: save }}
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
      <View id={placeOf('description')}>
        <FormLabel text='说明' />
        <TextArea
          label='说明'
          placeholder='怎么借、怎么用、要注意什么'
          value={form.description}
          error={errors.description}
          onInput={(description) => change({ description })}
        />
      </View>
    </AppPage>
  )
}
