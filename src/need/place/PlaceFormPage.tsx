import { View } from '@tarojs/components'
import type { NeedKind } from 'domain/category/category'
import { useEffect, useRef, useState } from 'react'
import { locationText } from '@/area/areaNames'
import { useDidHide, useDidShow } from '@/platform/hooks'
import { Framed } from '@/shell/frame/Framed'
import { useScroll } from '@/shell/frame/frame'
import { Later } from '@/shell/Later'
import { useAppState } from '@/store/appState'
import { categoriesOf, findCategory } from '@/store/catalogue'
import { useDrafts } from '@/store/drafts'
import { useRecords } from '@/store/records'
import { ActionBar } from '@/ui/ActionBar'
import { Field } from '@/ui/Field'
import { FormLabel } from '@/ui/FormLabel'
import { Note } from '@/ui/Note'
import { CategoryPicker } from './CategoryPicker'
import { CategorySheet } from './CategorySheet'
import { Consent, ConsentSheet } from './Consent'
import { KindPicker } from './KindPicker'
import { useMending } from './mendPlace'
import { Ordered } from './Ordered'
import { asksAlias, categoryOfForm, firstOf, holdsNumbers } from './placeForm'
import { Questions } from './Questions'
import { toServices } from './toServices'
import { useFocusOn } from './useFocusOn'
import { ARRIVED_MS, ofKind, type PlacedOrder, usePlaceForm } from './usePlaceForm'
import { WhenPicker } from './WhenPicker'
import { WhereAndWhom } from './WhereAndWhom'
import { WhereSheet } from './WhereSheet'
import { Words } from './Words'

type Open = 'categories' | 'where' | 'consent' | undefined

/** The form itself; every keystroke is kept. */
export function PlaceFormPage({ onPlaced }: { onPlaced: (order: PlacedOrder) => void }) {
  const { focusOn, focusOf, startIn } = useFocusOn()
  const scroll = useScroll()
  const { form, service, errors, booked, refused, consent, setConsent, write, submit, cutNumbers } =
    usePlaceForm({
      onPlaced(order) {
        scroll.to(0)
        onPlaced(order)
      },
      onWrong: focusOn,
    })
  useLedToWrong(firstOf(errors), focusOn)
  useBegunWithWords(() => startIn('words'))
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const areas = useRecords((records) => records.areas)
  const online = useAppState((state) => state.online)
  const category = categoryOfForm(form)
  const { kind, communityCode, gridCode, answers = {}, contact = {} } = form
  const ordered = kind === 'service'
  const offered =
    kind === 'report' || kind === 'idea'
      ? [...categoriesOf('report'), ...categoriesOf('idea')]
      : categoriesOf(kind)
  const choose = (categoryCode: string) => {
    close()
    write({ categoryCode, kind: findCategory(categoryCode)?.kind as NeedKind })
  }
  const chooseKind = (next: NeedKind) => {
    if (next === 'service') toServices()
    else if (next !== kind) write(ofKind(next))
  }

  return (
    <Framed
      title='点单'
      pad='note'
      foot={
        <ActionBar
          note={
            online
              ? { icon: 'shield-check', text: '草稿已保存在手机里，没网也能提交' }
              : { icon: 'cloud-off', text: '现在没网，提交后先存好，联网自动送出' }
          }
          main={
            holdsNumbers(form)
              ? { text: '去掉号码再送', onTap: () => void cutNumbers() }
              : { text: booked ? '这一场约过了' : '提交点单', disabled: booked, onTap: () => void submit() }
          }
        />
      }
      over={
        <>
          {open === 'categories' && (
            <CategorySheet categories={offered} value={form.categoryCode} onChange={choose} onClose={close} />
          )}
          {open === 'where' && (
            <WhereSheet
              communityCode={communityCode}
              gridCode={gridCode}
              address={contact.address ?? ''}
              onAddress={(address) => write({ contact: { ...contact, address } })}
              onArea={(community, grid) => write({ communityCode: community, gridCode: grid })}
              onClose={close}
            />
          )}
          {open === 'consent' && <ConsentSheet onClose={close} />}
        </>
      }
    >
      <KindPicker value={kind} onChange={chooseKind} />
      <View>
        {ordered ? (
          <Ordered
            service={service}
            sessionId={form.sessionId}
            error={errors.session}
            onSession={(sessionId) => write({ sessionId })}
            onOther={toServices}
          />
        ) : (
          <CategoryPicker
            categories={offered}
            value={form.categoryCode}
            found={form.found}
            error={errors.category}
            onChange={choose}
            onMore={() => setOpen('categories')}
          />
        )}
      </View>
      <Words
        form={form}
        error={errors.words}
        focusAt={focusOf('words')}
        onInput={(words) => write({ words })}
      />
      <Questions
        questions={category?.questions ?? []}
        answers={answers}
        errors={errors}
        focusOf={focusOf}
        onAnswer={(key, answer) => write({ answers: { ...answers, [key]: answer } })}
      />
      <View>
        {asksAlias(form) && (
          <View id='place-alias'>
            <FormLabel text='清单上怎么称呼' hint='选填' />
            <Field
              label='清单上怎么称呼'
              placeholder='不写就是“一位居民”'
              value={form.alias ?? ''}
              maxLength={20}
              error={errors.alias}
              focusAt={focusOf('alias')}
              onInput={(alias) => write({ alias })}
            />
          </View>
        )}
      </View>
      <View>
        {(kind === 'help' || kind === 'wish') && (
          <WhenPicker form={form} error={errors.when} focusAt={focusOf('when')} onChange={write} />
        )}
      </View>
      <Later>
        <WhereAndWhom
          form={form}
          errors={errors}
          area={communityCode && locationText(areas, { communityCode, gridCode })}
          focusOf={focusOf}
          write={write}
          onWhere={() => setOpen('where')}
        />
        <Consent
          checked={consent}
          error={errors.consent}
          onChange={setConsent}
          onMore={() => setOpen('consent')}
        />
      </Later>
      <View id='place-refused'>{refused && <Note tone='late'>{refused}</Note>}</View>
    </Framed>
  )
}

/** An empty form waits for what people came to say: the cursor stands there, and no tap is needed for it. */
function useBegunWithWords(start: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const stop = () => clearTimeout(timer.current)
  const begin = () => {
    stop()
    const { place } = useDrafts.getState()
    if (place.words || place.placedFor || place.kind === 'service') return
    timer.current = setTimeout(start, ARRIVED_MS)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, and whenever people come back
  useEffect(() => {
    begin()
    return stop
  }, [])
  useDidShow(begin)
  useDidHide(stop)
}

/** A refused order opens where it is wrong. */
function useLedToWrong(wrong: string | undefined, focusOn: (field: string) => void) {
  const mending = useMending((state) => state.text)
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it comes back, not at every keystroke after that
  useEffect(() => {
    if (mending) focusOn(wrong ?? 'refused')
  }, [mending])
}
