import type { Shot } from '../shot'

const ready: Shot['show'] = (it) => it.sees(/组件总览/)

export const boardShots: Shot[] = [
  { name: '00-board', at: '/board/index', dev: true, full: true, show: ready },
  { name: '00-board-wide', at: '/board/index', dev: true, width: 1440, full: true, show: ready },
]
