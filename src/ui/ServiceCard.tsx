import { OfferCard, type OfferCardProps } from './OfferCard'

export type ServiceCardProps = Omit<OfferCardProps, 'kind' | 'metas' | 'stock' | 'action'> & {
  kind?: 'service' | 'training'
  /** who offers it */
  by?: string | undefined
  place?: string | undefined
  /** of the next session */
  time?: string | undefined
  /** places left in it; undefined: no limit */
  seatsLeft?: number | undefined
  onOrder?: (() => void) | undefined
}

/** A row of 服务清单. */
export function ServiceCard(props: ServiceCardProps) {
  const { kind = 'service', by, place, time, seatsLeft, onOrder, ...card } = props
  const full = seatsLeft === 0
  const stock = seatsLeft === undefined ? by : full ? '名额满了，可看别的场次' : `还有 ${seatsLeft} 个名额`
  return (
    <OfferCard
      {...card}
      kind={kind}
      metas={[
        ...(place ? [{ icon: 'map-pin', text: place } as const] : []),
        ...(time ? [{ icon: 'calendar-time', text: time } as const] : []),
        ...(by && seatsLeft !== undefined ? [{ icon: 'users', text: by } as const] : []),
      ]}
      stock={stock}
      action={onOrder && { text: '就要这个', onTap: onOrder, disabled: full }}
    />
  )
}
