import { sql } from 'kysely'
import { migrate } from '../../../cloud/db/migrate'
import { freshPipeline, type TestPipeline } from '../../support/pipeline'
import { community } from '../../support/seed'

const ofGrids = sql`scope ~ '^[0-9]{15}:staff$'`

let server: TestPipeline
beforeEach(async () => {
  server = await freshPipeline()
})
afterEach(() => server.stop())

async function standing() {
  const { rows } = await sql<{ scope: string; row: unknown }>`
    select scope, entity, id, row from feed where ${ofGrids} and row is not null order by scope, entity, id`.execute(
    server.db,
  )
  return rows
}

test('a database from before grids had staff scopes gets them, as the commands would have written them', async () => {
  const { db, seed } = server
  await seed.areas()
  const [resident, secretary] = [await seed.resident(), await seed.secretary()]
  await seed.gridWorker()
  const twice = `${community}002`
  await seed.person({
    grants: ['member', 'volunteer'].map((role) => ({ role: role as 'member', area: twice })),
  })
  await seed.person({ grants: [{ role: 'gridLead', area: twice }] })
  await seed.member()
  await seed.org({ areaCodes: [`${community}001`, twice] })
  await seed.org({ areaCodes: [community] })
  for (const gridCode of [`${community}001`, twice, undefined]) await seed.place(resident, { gridCode })
  const dispatched = await seed.place(resident)
  await seed.move(secretary, { needId: dispatched, action: 'dispatch', offer: seed.toPool })
  const before = await standing()
  expect(before.length).toBeGreaterThan(6)

  await sql`delete from feed where ${ofGrids}`.execute(db)
  await sql`delete from scopes where ${ofGrids}`.execute(db)
  await sql`delete from kysely_migration where name = '0015-grid-staff'`.execute(db)
  expect(await migrate(db)).toEqual(['0015-grid-staff'])

  expect(await standing()).toEqual(before)
  const { rows } = await sql`
    select from scopes s join (
      select scope, max(number) as number, count(*) as count,
        (sum((weight_of(entity, id) * number) & 4294967295) % 4294967296)::bigint as sum
      from feed where row is not null group by scope
    ) f using (scope) where ${ofGrids} and (s.number, s.count, s.sum) is distinct from (f.number, f.count, f.sum)`.execute(
    db,
  )
  expect(rows).toEqual([])
  // and commands go on from there
  await seed.place(resident, { gridCode: twice })
  expect(await standing()).toHaveLength(before.length + 1)
})
