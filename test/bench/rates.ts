import { createHash } from 'node:crypto'
import type { Pool as Postgres } from 'pg'
import { newId } from '../support/seed'
import { barePlace } from './barePlace'
import type { Bed } from './bed'
import { compare, growth, WORKERS } from './load'
import { connect, getPage, Phone } from './phone'

const PAGE = 100

const hashOf = (token: string) => createHash('sha256').update(token).digest()

const lookUpToken = (pool: Postgres, token: string) =>
  pool.query({
    name: 'token',
    text: `select p.* from tokens t join people p on p.id = t.person_id where t.hash = $1 and t.expires_at > now()`,
    values: [hashOf(token)],
  })

/** 点单 against the same rows and counters written by hand. @param communityOf where the nth worker places */
export async function placing(bed: Bed, communityOf: (n: number) => string): Promise<number> {
  const pool = connect(bed.url)
  const phones: { phone: Phone; community: string; id: string; token: string }[] = []
  for (let n = 0; n < WORKERS; n++) {
    const community = communityOf(n)
    const person = await bed.person(community)
    const phone = new Phone(pool, person.token)
    await phone.pullAll()
    phones.push({ phone, community, ...person })
  }
  const idle = [...phones]
  const borrow = async (work: (one: (typeof phones)[number]) => Promise<unknown>) => {
    const one = idle.pop()
    if (!one) throw new Error('more workers than phones')
    await work(one)
    idle.push(one)
  }
  const share = await compare(
    () =>
      borrow(async ({ phone, community }) => {
        const answer = await phone.send('need.place', {
          id: newId(),
          kind: 'help',
          categoryCode: 'help-power',
          communityCode: community,
          gridCode: undefined,
          words: '客厅灯不亮了，换过灯泡还是不行',
          answers: { what: '灯不亮', smell: false },
          urgency: 'normal',
          consent: true,
        })
        if (!answer.ok) throw new Error(answer.code)
      }),
    () =>
      borrow(async ({ community, id, token }) => {
        await lookUpToken(bed.pool, token)
        await barePlace(bed.pool, community, id)
      }),
  )
  await pool.close()
  return share
}

/** A page of 100 needs, newest first. */
export async function lists(bed: Bed, small: string, large: string) {
  const pool = connect(bed.url)
  const { token } = await bed.person(small)
  const page = (community: string) => async () => {
    const { rows } = await getPage(pool, `/api/needs?area=${community}&limit=${PAGE}`, token)
    if (rows.length !== PAGE) throw new Error(`${rows.length} rows came`)
  }
  const bare = async () => {
    await lookUpToken(bed.pool, token)
    await bed.pool.query({
      name: 'list',
      text: `select n.placed_at, n.id, f.row from needs n
             join feed f on f.scope = n.community_code and f.entity = 'need' and f.id = n.id::text
             where f.row is not null and n.community_code = $1 order by n.placed_at desc, n.id desc limit $2`,
      values: [small, PAGE],
    })
  }
  const figures = { share: await compare(page(small), bare), growth: await growth(page(large), page(small)) }
  await pool.close()
  return figures
}

/** What a phone pulls that is 100 changes behind in the community that it looks at. */
export async function deltas(bed: Bed, small: string, large: string) {
  const pool = connect(bed.url)
  const { token } = await bed.person(small)
  const behind = async (community: string) => {
    const phone = new Phone(pool, token, community)
    await phone.pullAll()
    const at = { ...phone.cursors }
    const cursor = at[community]
    if (!cursor) throw new Error(`nothing came of ${community}`)
    at[community] = { ...cursor, number: cursor.number - PAGE }
    return async () => {
      const again = new Phone(pool, token, community)
      again.cursors = { ...at }
      const { changes } = await again.sync()
      if (changes[community]?.rows.length !== PAGE) throw new Error('not a delta of 100 rows')
    }
  }
  const bare = async () => {
    await lookUpToken(bed.pool, token)
    const { rows } = await bed.pool.query({
      name: 'head',
      text: 'select number from scopes where scope = $1',
      values: [small],
    })
    await bed.pool.query({
      name: 'delta',
      text: 'select entity, id, number, row from feed where scope = $1 and number > $2 order by number limit 1000',
      values: [small, rows[0].number - PAGE],
    })
  }
  const [one, ten] = [await behind(small), await behind(large)]
  const figures = { share: await compare(one, bare), growth: await growth(ten, one) }
  await pool.close()
  return figures
}

/** What a phone pulls that has everything, against its token and the counters of its scopes. */
export async function pulls(bed: Bed, community: string): Promise<number> {
  const pool = connect(bed.url)
  const { token } = await bed.person(community)
  const phone = new Phone(pool, token, community)
  await phone.pullAll()
  const scopes = Object.keys(phone.cursors)
  const share = await compare(
    async () => {
      const { changes } = await phone.sync()
      if (Object.keys(changes).length > 0) throw new Error('there was something new')
    },
    async () => {
      await lookUpToken(bed.pool, token)
      await bed.pool.query({
        name: 'heads',
        text: 'select scope, number from scopes where scope = any($1)',
        values: [scopes],
      })
    },
  )
  await pool.close()
  return share
}
