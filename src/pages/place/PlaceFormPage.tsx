import { View } from '@tarojs/components'
import { categoriesOf, type NeedKind } from 'domain/category'
import { useState } from 'react'
import { ActionBar } from '@/components/ActionBar'
import { Field } from '@/components/Field'
import { FormLabel } from '@/components/FormLabel'
import { Nav } from '@/components/Nav'
import { Note } from '@/components/Note'
import { goBack } from '@/platform/navigation'
import { scrollToTop } from '@/platform/scroll'
import { useRecords } from '@/store/records'
import { useSession } from '@/store/session'
import { placeText } from '@/view/areaNames'
import { AppPage } from '../AppPage'
import { CategoryPicker } from './CategoryPicker'
import { CategorySheet } from './CategorySheet'
import { Consent, ConsentSheet } from './Consent'
import { KindPicker } from './KindPicker'
import { Ordered } from './Ordered'
import { categoryOfForm } from './placeForm'
import { Questions } from './Questions'
import { toServices } from './toServices'
import { ofKind, usePlaceForm } from './usePlaceForm'
import { WhenPicker } from './WhenPicker'
import { WhereAndWhom } from './WhereAndWhom'
import { WhereSheet } from './WhereSheet'
import { Words } from './Words'

type Open = 'categories' | 'where' | 'consent' | undefined

/** The form itself; every keystroke is kept. */
export function PlaceFormPage({ onPlaced }: { onPlaced: (needId: string) => void }) {
  const { form, service, errors, refused, consent, setConsent, write, submit } = usePlaceForm((id) => {
    scrollToTop()
    onPlaced(id)
  })
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const areas = useRecords((records) => records.areas)
  const online = useSession((state) => state.online)
  const category = categoryOfForm(form)
  const { kind, communityCode, gridCode, answers = {}, contact = {} } = form
  const ordered = kind === 'service'
  const choose = (categoryCode: string) => {
    close()
    write({ categoryCode, kind })
  }
  const chooseKind = (next: NeedKind) => {
    if (next === 'service') toServices()
    else if (next !== kind) write(ofKind(next))
  }

  return (
    <AppPage
      nav={<Nav title='点单' onBack={goBack} />}
      pad='note'
      foot={
        <ActionBar
          note={{
            icon: online ? 'shield-check' : 'cloud-off',
            text: online ? '草稿已保存在手机里，没网也能提交' : '现在没网，提交后先存好，联网自动送出',
          }}
          main={{ text: '提交点单', onTap: () => void submit() }}
        />
      }
      over={
        <>
          {open === 'categories' && (
            <CategorySheet
              categories={categoriesOf(kind)}
              value={form.categoryCode}
              onChange={choose}
              onClose={close}
            />
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
            categories={categoriesOf(kind)}
            value={form.categoryCode}
            error={errors.category}
            onChange={choose}
            onMore={() => setOpen('categories')}
          />
        )}
      </View>
      <Questions
        questions={category?.questions ?? []}
        answers={answers}
        errors={errors}
        onAnswer={(key, answer) => write({ answers: { ...answers, [key]: answer } })}
      />
      <Words form={form} error={errors.words} onInput={(words) => write({ words })} />
      <View>
        {category?.sensitive && (
          <View id='place-alias'>
            <FormLabel text='清单上怎么称呼' hint='选填' />
            <Field
              label='清单上怎么称呼'
              placeholder='不写就是“一位居民”，比如：三年级学生'
              value={form.alias ?? ''}
              maxLength={20}
              error={errors.alias}
              onInput={(alias) => write({ alias })}
            />
          </View>
        )}
      </View>
      <View>
        {(kind === 'help' || kind === 'wish') && (
          <WhenPicker
            value={form.whenText}
            error={errors.when}
            onChange={(whenText) => write({ whenText })}
          />
        )}
      </View>
      <WhereAndWhom
        form={form}
        errors={errors}
        area={communityCode && placeText(areas, { communityCode, gridCode })}
        write={write}
        onWhere={() => setOpen('where')}
      />
      <Consent
        checked={consent}
        error={errors.consent}
        onChange={setConsent}
        onMore={() => setOpen('consent')}
      />
      <View id='place-refused'>{refused && <Note tone='late'>{refused}</Note>}</View>
    </AppPage>
  )
}
