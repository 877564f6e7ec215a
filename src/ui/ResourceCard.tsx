import { OfferCard, type OfferCardProps } from './OfferCard'

export type ResourceCardProps = Omit<OfferCardProps, 'kind' | 'metas' | 'stock' | 'action' | 'tag'> & {
  place?: string | undefined
  /** opening hours */
  hours?: string | undefined
  /** pieces that can be had now of all there are; undefined: nothing to count, such as a person */
  free?: number | undefined
  total?: number | undefined
  unit?: string
  action?: OfferCardProps['action']
}

/** A row of 资源清单. */
export function ResourceCard({ place, hours, free, total, unit = '件', ...card }: ResourceCardProps) {
  const counted = free !== undefined
  const out = free === 0
  return (
    <OfferCard
      {...card}
      kind='resource'
      tag={counted ? { text: out ? '暂时没有了' : '现在可用', tone: out ? undefined : 'ok' } : undefined}
      metas={[
        ...(place ? [{ icon: 'map-pin', text: place } as const] : []),
        ...(hours ? [{ icon: 'clock', text: hours } as const] : []),
      ]}
      stock={
        counted ? `可用 ${free} ${unit}${total === undefined ? '' : `，共 ${total} ${unit}`}` : undefined
      }
    />
  )
}
