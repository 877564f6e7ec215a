import { OfferCard, type OfferCardProps } from './OfferCard'

export type ServiceCardProps = Omit<OfferCardProps, 'kind' | 'metas' | 'stock' | 'action'> & {
  kind?: 'service' | 'training'
  /** who offers it */
  by?: string | undefined
  place?: string | undefined
  /** of the next session */
  time?: string | undefined
  /** places left in it; undefined: no limit */
  placesLeft?: number | undefined
  onOrder?: (() => void) | undefined
}

/** A row of 服务清单. */
export function ServiceCard(props: ServiceCardProps) {
  const { kind = 'service', by, place, time, placesLeft, onOrder, ...card } = props
  const full = placesLeft === 0
  const stock = placesLeft === undefined ? by : full ? '名额满了，可看别的场次' : `还有 ${placesLeft} 个名额`
  return (
    <OfferCard
      {...card}
      kind={kind}
      metas={[
        ...(place ? [{ icon: 'map-pin', text: place } as const] : []),
        ...(time ? [{ icon: 'calendar-time', text: time } as const] : []),
        ...(by && placesLeft !== undefined ? [{ icon: 'users', text: by } as const] : []),
      ]}
      stock={stock}
      action={onOrder && { text: '就要这个', onTap: onOrder, disabled: full }}
    />
  )
}
