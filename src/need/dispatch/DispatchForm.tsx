import { View } from '@tarojs/components'
import { activeAssignments } from 'domain/need/need'
import { awaits } from 'domain/need/status'
import type { Person } from 'domain/person/person'
import { useState } from 'react'
import { toast } from '@/platform/dialog'
import { Framed } from '@/shell/frame/Framed'
import { useScroll } from '@/shell/frame/frame'
import type { NeedView } from '@/store/records'
import { ActionBar } from '@/ui/ActionBar'
import { Note } from '@/ui/Note'
import { actionsOn } from '../store/needs'
import { poolName } from '../view/offer'
import { step } from './dispatchStep'
import { MergeSheet } from './MergeSheet'
import { NeedHead } from './NeedHead'
import { fieldId, OfferFields } from './OfferFields'
import { Otherwise } from './Otherwise'
import { asksReason, errorsOf, moveOf, newForm, type OfferForm, summaryText } from './offerForm'
import { RejectSheet } from './RejectSheet'

type Sheet = 'reject' | 'merge'

interface DispatchFormProps {
  view: NeedView
  me: Person
  now: string
  /** Whom to begin with. */
  to: string | undefined
  ask: Sheet | undefined
  onDone: () => void
}

export function DispatchForm({ view, me, now, to, ask, onDone }: DispatchFormProps) {
  const { need } = view
  const [form, setForm] = useState(() => newForm(need, to))
  const scroll = useScroll()
  const [tried, setTried] = useState(false)
  const [asked, setSheet] = useState(ask)
  const change = (changes: Partial<OfferForm>) => setForm((before) => ({ ...before, ...changes }))
  const errors = tried ? errorsOf(need, form, me, now) : {}
  const actions = actionsOn(view, me, now)
  const dispatches = actions.includes('dispatch')
  const sheet = asked && actions.includes(asked) ? asked : undefined
  const holders = activeAssignments(need).map((each) => each.personName)

  const dispatch = () => {
    setTried(true)
    const [first] = Object.keys(errorsOf(need, form, me, now))
    if (first) return scroll.toId(fieldId(first))
    const problem = step(moveOf(need, form))
    if (problem) toast(problem)
    else onDone()
  }

  return (
    <Framed
      title={awaits(need) === 'dispatch' ? '派单' : '改派'}
      pad='note'
      foot={
        dispatches && (
          <ActionBar
            note={
              errors.offer
                ? { text: errors.offer, icon: 'alert-circle' }
                : { text: summaryText(form, form.pool && poolName(form.pool)) }
            }
            main={{ text: awaits(need) === 'dispatch' ? '派单' : '改派', onTap: dispatch }}
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
          <OfferFields
            need={need}
            now={now}
            form={form}
            errors={errors}
            reasonAsked={asksReason(need, me, now)}
            onChange={change}
          />
        )}
      </View>
      <Otherwise actions={actions} onReject={() => setSheet('reject')} onMerge={() => setSheet('merge')} />
    </Framed>
  )
}
