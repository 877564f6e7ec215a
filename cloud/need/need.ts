import type { Thing } from '../kernel/thing'
import { archiveNeeds } from './archiveNeeds'
import { closeUnrated } from './closeUnrated'
import { escalateLate } from './escalateLate'
import { forgetFormer } from './forgetFormer'
import { moveNeed } from './moveNeed'
import { placeNeed } from './placeNeed'
import { needRoutes } from './routes'
import { tellOrders } from './tellOrders'

export const need = {
  handlers: { 'need.place': placeNeed, 'need.move': moveNeed },
  effects: { tellOrders },
  jobs: [
    { name: 'close-unrated', when: '*/10 * * * *', run: (context) => closeUnrated(context, context.now()) },
    { name: 'escalate-late', when: '* * * * *', run: (context) => escalateLate(context, context.now()) },
    { name: 'archive-needs', when: '5 * * * *', run: (context) => archiveNeeds(context, context.now()) },
    { name: 'forget-former', when: '20 * * * *', run: (context) => forgetFormer(context, context.now()) },
  ],
  routes: needRoutes,
} satisfies Thing
