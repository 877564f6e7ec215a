import type { Dice } from '../support/dice'
import type { VirtualTime } from '../support/fakePlatform'
import type { Book } from './book'
import type { Network } from './network'

/** What a run stands on. */
export interface Ground {
  time: VirtualTime
  dice: Dice
  network: Network
  book: Book
  /** One line of the trace. */
  note: (line: string) => void
}
