import type { Mine } from 'domain/need/relations'

/** What became of a task that another has ended, to who held it. */
const TOLD: Record<string, string> = {
  dispatch: '社区另外派了人，这一单不用您再去了',
  withdraw: '点单的人撤单了，不用您再去了',
  reject: '社区不再受理这一单，不用您再去了',
}

export function formerText({ ended }: Mine): string | undefined {
  if (!ended) return undefined
  const told = TOLD[ended.action] ?? '这一单不用您再去了'
  return ended.note ? `${told}。原因：${ended.note}` : told
}
