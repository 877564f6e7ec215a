import { ROLE_NAMES, ROLES } from 'domain/kernel/actor'
import type { Db } from '../db/pool'
import { demoPeople } from '../login/demo'
import { readInstance } from '../postgres/instance'
import type { Config } from './config'

/** Says where to go, and whom one can be in a demo. */
export async function tellWhereToGo(db: Db, { production }: Config, address: string) {
  console.log(`\n  先锋  ${address}\n  API   ${address}/api/openapi.json\n`)
  const { demo } = await readInstance(db)
  if (!demo || production) return
  const people = await demoPeople(db)
  console.log(`  Demo identities (${people.length} in all; choose one under 我的 → 登录):`)
  for (const role of ROLES) {
    const person = people.find(({ roles }) => roles.includes(role))
    if (!person) continue
    const { key, displayName, community } = person
    console.log(`    ${key.padEnd(8)} ${ROLE_NAMES[role]}  ${displayName}，${community}`)
  }
}
