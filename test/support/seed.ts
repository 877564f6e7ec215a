import { randomBytes } from 'node:crypto'
import type { CommandArgs, CommandName } from 'domain/commands'
import { type Actor, type Grant, SYSTEM } from 'domain/kernel/actor'
import { uuid7 } from 'domain/kernel/id'
import type { Answer } from 'domain/kernel/protocol'
import { plusDays, plusMinutes } from 'domain/kernel/time'
import type { MoveArgs } from 'domain/need/moves'
import type { Offer } from 'domain/need/need'
import type { PlaceArgs } from 'domain/need/place'
import type { Org } from 'domain/org/org'
import type { Person } from 'domain/person/person'
import { execute } from '../../cloud/commands/execute'
import { openPipeline } from '../../cloud/commands/pipeline'
import { HANDLERS } from '../../cloud/things'

export const district = '441704'
export const community = '441704100003'
export const elsewhere = '441704109211'

export const newId = () => uuid7(Date.now(), randomBytes(10))
export const nowText = () => new Date().toISOString()

export type Seed = ReturnType<typeof seedWith>

/** Small builders that go through the real commands; a refusal throws. */
export function seedWith(given: Omit<Parameters<typeof openPipeline>[0], 'handlers'>) {
  const pipeline = openPipeline({ ...given, handlers: HANDLERS })
  const run = <N extends CommandName>(
    name: N,
    args: CommandArgs<N>,
    actor: Actor,
    now: string = nowText(),
  ): Promise<Answer> => execute(pipeline, { id: newId(), name, args, at: now }, actor, { now })

  async function must<N extends CommandName>(
    name: N,
    args: CommandArgs<N>,
    actor: Actor = SYSTEM,
    now?: string,
  ) {
    const answer = await run(name, args, actor, now)
    if (!answer.ok) throw new Error(`${name}: ${answer.code}`)
    return answer
  }

  /** The district, a town, two communities and two grids of each. */
  async function areas() {
    const named = {
      [district]: '阳东区',
      '441704100': '东城镇',
      '441704109': '大八镇',
      [community]: '燕山湖社区',
      [elsewhere]: '茅塘村',
    }
    for (const [code, name] of Object.entries(named)) await must('area.save', { code, name })
    for (const code of [community, elsewhere]) {
      await must('area.save', { code: `${code}001`, name: '第一网格' })
      await must('area.save', { code: `${code}002`, name: '第二网格' })
    }
  }

  let count = 0
  async function person(more: Partial<Person> = {}): Promise<Person> {
    const made: Person = {
      id: newId(),
      displayName: `人${++count}`,
      grants: [{ role: 'resident', area: community }],
      homeGrid: `${community}001`,
      skills: [],
      availability: [],
      capacity: 3,
      ...more,
    }
    await must('person.save', made)
    return made
  }

  const withRole = (grant: Grant, more: Partial<Person> = {}) =>
    person({ ...more, grants: [{ role: 'resident', area: community }, grant] })

  async function org(more: Partial<Org> = {}): Promise<Org> {
    const made: Org = { id: newId(), name: '湖滨党支部', kind: 'unit', areaCodes: [community], ...more }
    await must('org.save', made)
    return made
  }

  /** A need that asks for help with the lights, in `community`. */
  const placeArgs = (more: Partial<PlaceArgs> = {}): PlaceArgs => ({
    id: newId(),
    kind: 'help',
    categoryCode: 'help-power',
    communityCode: community,
    gridCode: `${community}001`,
    words: '客厅灯不亮了，换过灯泡还是不行',
    answers: { what: '灯不亮', smell: false },
    urgency: 'normal',
    consent: true,
    ...more,
  })

  async function place(by: Actor, more: Partial<PlaceArgs> = {}, now?: string): Promise<string> {
    const args = placeArgs(more)
    await must('need.place', args, by, now)
    return args.id
  }

  /** A listed service with one session, a week from now. */
  async function service({
    capacity = 10,
    reserved = 0,
    org: by,
  }: {
    capacity?: number
    reserved?: number
    org?: Org
  } = {}) {
    const sessionId = newId()
    const startsAt = plusDays(nowText(), 7)
    const made: CommandArgs<'service.save'> = {
      id: newId(),
      communityCode: community,
      orgId: (by ?? (await org())).id,
      categoryCode: 'service-repair',
      title: '修小家电',
      description: '风扇、电饭煲都可以拿来',
      scheduleText: '每月第一个周六上午',
      listed: true,
      sessions: [{ id: sessionId, startsAt, endsAt: plusMinutes(startsAt, 120), capacity, reserved }],
    }
    await must('service.save', made)
    return { service: made, sessionId }
  }

  const move = (by: Actor, args: MoveArgs, now?: string) => must('need.move', args, by, now)

  const offerTo = (...people: Actor[]): Offer => ({ personIds: people.map((each) => each.id), orgIds: [] })

  return {
    run,
    must,
    areas,
    person,
    org,
    place,
    service,
    placeArgs,
    move,
    offerTo,
    toPool: { areaCode: community, personIds: [], orgIds: [] } satisfies Offer,
    resident: (more?: Partial<Person>) => person(more),
    member: (more?: Partial<Person>) => withRole({ role: 'member', area: community }, more),
    secretary: (area = community) => withRole({ role: 'secretary', area }, { homeGrid: `${area}001` }),
    gridWorker: () => withRole({ role: 'gridWorker', area: `${community}002` }),
    coordinator: (area = district) => withRole({ role: 'coordinator', area }),
  }
}
