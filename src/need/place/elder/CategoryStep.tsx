import { View } from '@tarojs/components'
import type { Category, NeedKind } from 'domain/category/category'
import { catchAllOf, categoriesOf, findCategory } from '@/store/catalogue'
import { categoryIcon } from '@/ui/icons'
import { askedOf } from '../placeForm'
import { shortlist } from '../shortlist'
import { Options } from './Options'
import type { StepProps } from './stepProps'

const SHOWN = 5

/** Six at most: what the words sound like, the most asked for, and 其他. */
function offered(chosen: Category | undefined, likely: readonly Category[]): Category[] {
  const kind = chosen && chosen.kind !== 'help' ? chosen.kind : 'help'
  const other = catchAllOf(kind)
  const named = categoriesOf(kind).filter((each) => each !== other)
  const usual = shortlist(named, chosen === other ? undefined : chosen?.code)
  const shown = [...new Set([...likely, ...usual])].slice(0, SHOWN)
  return other ? [...shown, other] : shown
}

export function CategoryStep({ form, write, onNext }: StepProps) {
  const likely = askedOf(form)
  const choose = (categoryCode: string) => {
    write({ categoryCode, kind: findCategory(categoryCode)?.kind as NeedKind })
    onNext()
  }
  return (
    <View id='place-category'>
      <Options
        half
        label='哪一类'
        options={offered(findCategory(form.categoryCode ?? ''), likely).map((each) => ({
          value: each.code,
          text: each === catchAllOf(each.kind) ? '别的事' : each.name,
          icon: categoryIcon(each),
        }))}
        value={likely.length > 0 ? undefined : form.categoryCode}
        onChange={choose}
      />
    </View>
  )
}
