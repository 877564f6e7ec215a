import type { Shot } from './shot'

/** Every page in every state; a line makes another. */
export const SHOTS: Shot[] = [
  { name: '01-home', as: 'resident', full: true, show: (it) => it.sees('附近的需求') },
]
