import { View } from '@tarojs/components'
import type { Person } from 'domain/actor'
import { activeAssignments } from 'domain/need'
import { useState } from 'react'
import { ActionBar } from '@/components/ActionBar'
import { Nav } from '@/components/Nav'
import { Note } from '@/components/Note'
import { Section } from '@/components/Section'
import { TextArea } from '@/components/TextArea'
import { AppPage } from '@/pages/AppPage'
import { toast } from '@/platform/dialog'
import { goBack } from '@/platform/navigation'
import { actionsOn } from '@/store/needs'
import type { NeedView } from '@/store/records'
import { useSession } from '@/store/session'
import { send } from '@/sync'
import { Headcount } from './Headcount'
import { MergeSheet } from './MergeSheet'
import { NeedHead } from './NeedHead'
import { OrgPicker } from './OrgPicker'
import { Otherwise } from './Otherwise'
import {
  asksPublicText,
  asksReason,
  errorsOf,
  moveOf,
  newForm,
  type OfferForm,
  summaryText,
} from './offerForm'
import { PersonPicker } from './PersonPicker'
import { PoolPicker, poolName } from './PoolPicker'
import { PublicText } from './PublicText'
import { RejectSheet } from './RejectSheet'

interface DispatchFormProps {
  view: NeedView
  me: Person
  now: string
  onDone: () => void
}

type Sheet = 'reject' | 'merge'

export function DispatchForm({ view, me, now, onDone }: DispatchFormProps) {
  const { need } = view
  const [form, setForm] = useState(() => newForm(need))
  const [tried, setTried] = useState(false)
  const [sheet, setSheet] = useState<Sheet>()
  const offline = useSession(({ sync }) => sync === 'offline')
  const change = (changes: Partial<OfferForm>) => setForm((before) => ({ ...before, ...changes }))
  const errors = tried ? errorsOf(need, form, me, now) : {}
  const actions = actionsOn(view, me, now)
  const dispatches = actions.includes('dispatch')
  const holders = activeAssignments(need).map((each) => each.personName)

  const dispatch = () => {
    setTried(true)
    if (Object.keys(errorsOf(need, form, me, now)).length > 0) return
    const sent = send('need.move', moveOf(need, form))
    toast(sent.ok ? (offline ? '已存好，联网后自动送出' : '已派出') : sent.text)
    if (sent.ok) onDone()
  }

  return (
    <AppPage
      nav={<Nav title={need.status === 'placed' ? '派单' : '改派'} onBack={goBack} />}
      pad='note'
      foot={
        dispatches && (
          <ActionBar
            note={
              errors.offer
                ? { text: errors.offer, icon: 'alert-circle' }
                : { text: summaryText(form, poolName(form.pool)) }
            }
            main={{ text: need.status === 'placed' ? '派单' : '改派', onTap: dispatch }}
          />
        )
      }
      over={
        <>
          {sheet === 'reject' && (
            <RejectSheet need={need} onClose={() => setSheet(undefined)} onDone={onDone} />
          )}
          {sheet === 'merge' && (
            <MergeSheet view={view} now={now} onClose={() => setSheet(undefined)} onDone={onDone} />
          )}
        </>
      }
    >
      <NeedHead view={view} now={now} />
      <View>
        {holders.length > 0 && (
          <View className='mt-3'>
            <Note tone='warn'>{holders.join('、')}已经接了这一单。改派后，原来的安排就结束了</Note>
          </View>
        )}
      </View>
      <View>
        {dispatches && (
          <View>
            <PoolPicker need={need} value={form.pool} onChange={(pool) => change({ pool })} />
            <PersonPicker
              need={need}
              value={form.personIds}
              onChange={(personIds) => change({ personIds })}
            />
            <OrgPicker need={need} value={form.orgIds} onChange={(orgIds) => change({ orgIds })} />
            <Headcount value={form.headcount} onChange={(headcount) => change({ headcount })} />
            {asksPublicText(need) && (
              <PublicText
                need={need}
                value={form.publicText}
                error={errors.publicText}
                onChange={(publicText) => change({ publicText })}
              />
            )}
            <Section title={asksReason(need, me, now) ? '为什么改派' : '附一句话'} />
            <TextArea
              label='附一句话'
              placeholder={
                asksReason(need, me, now) ? '已经有人出发了，写一句原因' : '选填，接单的人和点单的人都看得到'
              }
              value={form.note}
              max={300}
              error={errors.note}
              onInput={(note) => change({ note })}
            />
          </View>
        )}
      </View>
      <Otherwise actions={actions} onReject={() => setSheet('reject')} onMerge={() => setSheet('merge')} />
    </AppPage>
  )
}
