import type { CommandArgs } from 'domain/commands'
import type { AreaCode } from 'domain/kernel/area'
import type { Resource } from 'domain/listing/resource'
import { findCategory } from '@/store/catalogue'
import type { Reads } from './differences'
import { type Errors, missing, newId, seenIn } from './keeping'

export interface ResourceForm {
  id: string
  /** What it was made of. */
  seen: string | null
  communityCode: AreaCode
  ownerName: string
  categoryCode: string
  title: string
  description: string
  quantity: string
  unit: string
  openText: string
}

export const resourceForm = (
  resource: Resource | CommandArgs<'resource.save'> | undefined,
  communityCode: AreaCode,
): ResourceForm => ({
  id: resource?.id ?? newId(),
  seen: seenIn(resource),
  communityCode: resource?.communityCode ?? communityCode,
  ownerName: resource?.ownerName ?? '',
  categoryCode: resource?.categoryCode ?? '',
  title: resource?.title ?? '',
  description: resource?.description ?? '',
  quantity: String(resource?.quantity ?? 1),
  unit: resource?.unit ?? '',
  openText: resource?.openText ?? '',
})

export const RESOURCE_READS: Reads<ResourceForm, Field> = {
  title: ['名称', ({ title }) => title],
  categoryCode: ['类别', ({ categoryCode }) => findCategory(categoryCode)?.name ?? ''],
  ownerName: ['由谁提供', ({ ownerName }) => ownerName],
  quantity: ['有多少', ({ quantity }) => quantity],
  unit: ['单位', ({ unit }) => unit],
  openText: ['什么时候能用', ({ openText }) => openText],
  description: ['说明', ({ description }) => description],
}

type Field = Exclude<keyof ResourceForm, 'id' | 'seen' | 'communityCode'>

export const resourceErrors = (form: ResourceForm): Errors<Field> => ({
  ...missing<Field>(form, {
    title: '写上名称',
    categoryCode: '选一个类别',
    ownerName: '写上由谁提供，比如：党群驿站',
  }),
  ...(/^\d{1,5}$/.test(form.quantity) ? {} : { quantity: '填一个数，没有了就填 0' }),
  ...missing<Field>(form, {
    unit: '写上单位，比如：台、间',
    openText: '写上什么时候能用',
    description: '写几句怎么借、怎么用',
  }),
})

export const resourceArgs = (form: ResourceForm, listed: boolean): CommandArgs<'resource.save'> => ({
  ...form,
  quantity: Number(form.quantity),
  listed,
})
