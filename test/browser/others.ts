import { randomBytes } from 'node:crypto'
import { uuid7 } from 'domain/kernel/id'
import type { MoveArgs } from 'domain/need/moves'
import type { Need } from 'domain/need/need'
import { callAs } from '../support/caller'

/** 龙山社区, where the walks take place, and the grid of 梁师傅. */
const COMMUNITY = '441704100005'
export const POOL = { areaCode: COMMUNITY, personIds: [], orgIds: [] }

/** Everybody but the one whose day it is: they act without a phone, by their key in the demo. */
export const othersAt = (url: string) => ({
  /** A dripping tap. @returns the need's id */
  async places(who: string, words: string): Promise<string> {
    const id = uuid7(Date.now(), randomBytes(10))
    await must(url, who, (caller) =>
      caller.send('need.place', {
        id,
        kind: 'help',
        categoryCode: 'help-water',
        communityCode: COMMUNITY,
        gridCode: `${COMMUNITY}005`,
        words,
        answers: { what: '水龙头' },
        urgency: 'normal',
        consent: true,
      }),
    )
    return id
  },
  moves: (who: string, args: MoveArgs) => must(url, who, (caller) => caller.send('need.move', args)),
  /** What somebody has said in these words, as the secretary's rows have it. */
  async needOf(words: string): Promise<Need> {
    const rows = (await (await callAs(url, 'l-sec')).holds())[`${COMMUNITY}:staff`] ?? '[]'
    const changes: { row?: { full?: Need } }[] = JSON.parse(rows)
    const need = changes.find(({ row }) => row?.full?.words === words)?.row?.full
    if (!need) throw new Error(`nobody has said ${words}`)
    return need
  },
})

type Caller = Awaited<ReturnType<typeof callAs>>
async function must(url: string, who: string, act: (caller: Caller) => ReturnType<Caller['send']>) {
  const answer = await act(await callAs(url, who))
  if (!answer.ok) throw new Error(`${who}: ${JSON.stringify(answer)}`)
}
