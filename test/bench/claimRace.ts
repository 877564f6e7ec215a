import { newId } from '../support/seed'
import type { Bed } from './bed'
import { connect, Phone } from './phone'

const NEEDS = 200
const CLAIMANTS = 50

/** Half of the needs ask for one helper, half for three; on each everybody claims at once. */
export async function claimRace(bed: Bed, community: string) {
  const pool = connect(bed.url, CLAIMANTS)
  const phoneOf = async (...grants: Parameters<Bed['person']>[1][]) => {
    const { token } = await bed.person(
      community,
      grants.flatMap((each) => each ?? []),
    )
    const phone = new Phone(pool, token)
    await phone.pullAll()
    return phone
  }
  const resident = await phoneOf()
  const secretary = await phoneOf([{ role: 'secretary', area: community }])
  const members: Phone[] = []
  for (let n = 0; n < CLAIMANTS; n++) members.push(await phoneOf([{ role: 'member', area: community }]))

  const race = { ms: [] as number[], wrong: 0, untold: 0 }
  for (let n = 0; n < NEEDS; n++) {
    const [needId, headcount] = [newId(), n % 2 === 0 ? 1 : 3]
    await resident.send('need.place', {
      id: needId,
      kind: 'help',
      categoryCode: 'help-power',
      communityCode: community,
      words: '客厅灯不亮了',
      answers: {},
      urgency: 'normal',
      headcount,
      consent: true,
    })
    const offer = { areaCode: community, personIds: [], orgIds: [] }
    await secretary.send('need.move', { needId, action: 'dispatch', offer })
    const answers = await Promise.all(
      members.map(async (member) => {
        const started = performance.now()
        const answer = await member.send('need.move', { needId, action: 'claim' })
        race.ms.push(performance.now() - started)
        return answer
      }),
    )
    if (answers.filter(({ ok }) => ok).length !== headcount) race.wrong++
    race.untold += answers.filter((answer) => !answer.ok && answer.code !== 'alreadyTaken').length
  }
  await pool.close()
  return race
}
