import { View } from '@tarojs/components'
import { categoriesOf, type NeedKind } from 'domain/category'
import { useState } from 'react'
import { ActionBar } from '@/components/ActionBar'
import { Field } from '@/components/Field'
import { FormLabel } from '@/components/FormLabel'
import { Nav } from '@/components/Nav'
import { Note } from '@/components/Note'
import { TextArea } from '@/components/TextArea'
import { useDidHide } from '@/platform/hooks'
import { goBack, goTo } from '@/platform/navigation'
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
import { Placed } from './Placed'
import { categoryOfForm, type PlaceForm } from './placeForm'
import { Questions } from './Questions'
import { toServices } from './toServices'
import { ofKind, usePlaceForm } from './usePlaceForm'
import { WhenPicker } from './WhenPicker'
import { WhereAndWhom } from './WhereAndWhom'
import { WhereSheet } from './WhereSheet'
import './index.css'

/** 点单 */
export default function PlacePage() {
  const [placedId, setPlacedId] = useState<string>()
  useDidHide(() => setPlacedId(undefined))
  if (!placedId) return <PlaceFormPage onPlaced={setPlacedId} />
  return (
    <AppPage
      nav={<Nav title='点单' onBack={goBack} />}
      pad='bar'
      foot={
        <ActionBar
          side={{ text: '再点一单', onTap: () => setPlacedId(undefined) }}
          main={{ text: '看这一单', onTap: () => goTo('/pages/need/index', { id: placedId }) }}
        />
      }
    >
      <View className='mt-2'>
        <Placed needId={placedId} />
      </View>
    </AppPage>
  )
}

type Open = 'categories' | 'where' | 'consent' | undefined

function PlaceFormPage({ onPlaced }: { onPlaced: (needId: string) => void }) {
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

interface WordsProps {
  form: PlaceForm
  error: string | undefined
  onInput: (words: string) => void
}

function Words({ form, error, onInput }: WordsProps) {
  const ordered = form.kind === 'service'
  const examples = categoryOfForm(form)?.examples ?? ['厨房水龙头一直漏水，想请人上门看看']
  return (
    <View id='place-words'>
      <FormLabel text={ordered ? '还有什么要说明' : '什么事'} hint={ordered ? '选填' : undefined} />
      <TextArea
        label={ordered ? '还有什么要说明' : '什么事'}
        value={form.words ?? ''}
        placeholder={ordered ? '比如：带一位老人一起来' : `比如：${examples[0]}`}
        hint='像平时说话一样写就行'
        error={error}
        onInput={onInput}
      />
    </View>
  )
}
