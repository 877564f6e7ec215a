import { COMMAND_NAMES } from 'domain/commands'
import { execute } from '../../../cloud/commands/execute'
import { FULL, leavesOf } from '../../support/commandTexts'
import { freshPipeline, type TestPipeline } from '../../support/pipeline'
import { newId, nowText } from '../../support/seed'

let cloud: TestPipeline
beforeAll(async () => {
  cloud = await freshPipeline()
  await cloud.seed.areas()
})
afterAll(() => cloud.stop())

const UNSEEN = ['\0', '\ud83d', '\udc4d\ud83d', '\u202e', '\u3164', `${'👨‍👩‍👧'.repeat(3)}\ud83d`]

test.each(COMMAND_NAMES)(
  '%s: in whatever text of it there stands what nobody can keep, it has an answer',
  async (name) => {
    const actor = await cloud.seed.person({
      grants: [
        { role: 'resident', area: '441704100003' },
        { role: 'coordinator', area: '441704' },
      ],
    })
    const leaves = FULL[name].flatMap((args) => leavesOf(name, args))
    for (const leaf of leaves) {
      for (const sign of UNSEEN) {
        const args = leaf.saying((was) => `${was.slice(0, 1)}${sign}${was.slice(1)}`)
        const command = { id: newId(), at: nowText(), name, args }
        const answer = await execute(cloud, command, actor, { now: nowText() })
        if (!answer.ok) expect([leaf.path, answer.code]).not.toEqual([leaf.path, 'internal'])
      }
    }
    const kept = await cloud.db.selectFrom('feed').select('row').execute()
    expect(JSON.stringify(kept)).not.toMatch(/\\u0000|\\ud[89a-f]|\u202e/)
  },
)
