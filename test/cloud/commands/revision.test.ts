import type { CommandArgs, CommandName } from 'domain/commands'
import type { Person } from 'domain/person/person'
import { freshPipeline, type TestPipeline } from '../../support/pipeline'
import { community, newId } from '../../support/seed'

let cloud: TestPipeline
let secretary: Person
let coordinator: Person
beforeAll(async () => {
  cloud = await freshPipeline()
  const { seed } = cloud
  await seed.areas()
  ;[secretary, coordinator] = [await seed.secretary(), await seed.coordinator()]
})
afterAll(() => cloud.stop())

const aResource = () => ({
  id: newId(),
  communityCode: community,
  ownerName: '党群驿站',
  categoryCode: 'resource-venue',
  title: '轮椅',
  description: '登记后借用',
  quantity: 2,
  unit: '台',
  openText: '周一至周六',
  listed: true,
})

/** The newest row that a feed tells of something. */
async function told(entity: string, id: string) {
  const { rows } = await cloud.db
    .selectFrom('feed')
    .select('row')
    .where('entity', '=', entity)
    .where('id', '=', id)
    .orderBy('number', 'desc')
    .execute()
    .then((found) => ({ rows: found.flatMap(({ row }) => (row ? [row] : [])) }))
  return rows[0] as unknown as { revision?: string }
}

/** As a form sends it that was made of a row of this revision. */
const formOf = <Args extends object>(args: Args, revision: string | undefined) => ({
  ...args,
  seen: (revision ?? null) as never,
})

interface Case<N extends CommandName> {
  name: N
  entity: string
  make: () => Promise<{ id: string; args: CommandArgs<N> }>
  by: () => Person
}
const kind = <N extends CommandName>(of: Case<N>) => [of.name, of] as const

describe('[S16] a save from a form that is older than somebody else’s save', () => {
  test.each([
    kind({
      name: 'resource.save',
      entity: 'resource',
      by: () => secretary,
      make: async () => {
        const args = aResource()
        return { id: args.id, args }
      },
    }),
    kind({
      name: 'service.save',
      entity: 'service',
      by: () => secretary,
      make: async () => {
        const { service } = await cloud.seed.service()
        return { id: service.id, args: service }
      },
    }),
    kind({
      name: 'org.save',
      entity: 'org',
      by: () => coordinator,
      make: async () => {
        const args = await cloud.seed.org()
        return { id: args.id, args }
      },
    }),
    kind({
      name: 'person.save',
      entity: 'person',
      by: () => coordinator,
      make: async () => {
        const args = await cloud.seed.member()
        return { id: args.id, args }
      },
    }),
    kind({
      name: 'area.save',
      entity: 'area',
      by: () => coordinator,
      make: async () => {
        const args = { code: `${community}009`, name: '第九网格' }
        return { id: args.code, args }
      },
    }),
  ] as readonly (readonly [CommandName, Case<CommandName>])[])('%s replaces nothing', async (name, of) => {
    const { seed } = cloud
    const { id, args } = await of.make()
    await seed.must(name, args)
    const { revision: seen } = await told(of.entity, id)
    expect(seen).toBeTruthy()
    expect(await seed.run(name, formOf(args, seen), of.by())).toMatchObject({ ok: true })
    const newest = await told(of.entity, id)
    const stale = await seed.run(name, formOf(args, seen), of.by())
    expect(stale).toMatchObject({ ok: false, code: 'changedMeanwhile', retry: false })
    expect(await told(of.entity, id)).toEqual(newest)
    const unseen = await seed.run(name, formOf(args, undefined), of.by())
    expect(unseen).toMatchObject({ ok: false, code: 'changedMeanwhile' }) // as if there had been none
    expect(await seed.run(name, args, of.by())).toMatchObject({ ok: true }) // an older build
  })

  test('gives back no right that was taken, and lists nothing anew that was taken off', async () => {
    const { seed } = cloud
    const member = await seed.member()
    const { revision: seen = null } = await told('person', member.id)
    await seed.must('person.save', { ...member, grants: [] }, coordinator)
    const old = await seed.run('person.save', { ...member, capacity: 5, seen }, coordinator)
    expect(old).toMatchObject({ ok: false, code: 'changedMeanwhile' })

    const resource = aResource()
    await seed.must('resource.save', resource, secretary)
    const { revision = null } = await told('resource', resource.id)
    await seed.must('resource.save', { ...resource, listed: false }, secretary)
    const again = await seed.run('resource.save', { ...resource, quantity: 1, seen: revision }, secretary)
    expect(again).toMatchObject({ ok: false, code: 'changedMeanwhile' })
  })

  test('an order that takes a place is no save', async () => {
    const { seed } = cloud
    const { service, sessionId } = await seed.service()
    const { revision: seen = null } = await told('service', service.id)
    const order = {
      kind: 'service',
      categoryCode: service.categoryCode,
      serviceId: service.id,
      sessionId,
    } as const
    await seed.place(await seed.resident(), { ...order, answers: {} })
    const save = { ...service, title: '修小家电和磨刀', seen }
    expect(await seed.run('service.save', save, secretary)).toMatchObject({ ok: true })
  })
})
