import { boardShots } from './pages/board'
import { homeShots } from './pages/home'
import { listShots } from './pages/lists'
import { meShots } from './pages/me'
import { needShots } from './pages/need'
import { outboxShots } from './pages/outbox'
import { placeShots } from './pages/place'
import { workShots } from './pages/work'
import type { Shot } from './shot'

/** Every page in every state; a line in its file makes another. */
export const SHOTS: Shot[] = [
  ...boardShots,
  ...homeShots,
  ...listShots,
  ...placeShots,
  ...needShots,
  ...workShots,
  ...meShots,
  ...outboxShots,
]
