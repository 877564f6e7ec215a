import type { Change, SyncAnswer } from 'domain/kernel/protocol'
import { describeOnStage } from './stage'

jest.setTimeout(240_000)

const NEWER = { kind: 'swap', categoryCode: 'swap-tools', urgency: 'whenever' }

/** Every second row as a newer server might say it, each tenth of them with a status that nobody here knows. */
function newer({ row, ...change }: Change, at: number): Change {
  const { full, summary, ...beside } = (row ?? {}) as { full?: object; summary?: object }
  const status = at % 20 === 0 ? { status: 'paused' } : {}
  const words = { ...NEWER, ...status }
  if (at % 2 === 1) return { ...change, row }
  if (full) return { ...change, row: { ...beside, full: { ...full, ...words } } }
  if (summary) return { ...change, row: { ...beside, summary: { ...summary, ...words } } }
  return { ...change, row: row && { ...(row as object), categoryCode: 'swap-tools' } }
}

describeOnStage('rows of a newer server', ({ withPeople }) => {
  test('are drawn plainly on every tab, after a restart too', () =>
    withPeople(['newer'], async (secretary) => {
      await secretary.page.route('**/api/sync', async (route) => {
        const response = await route.fetch()
        if (!response.ok()) return route.fulfill({ response })
        const answer = (await response.json()) as SyncAnswer
        for (const scope of Object.values(answer.changes)) scope.rows = scope.rows.map(newer)
        await route.fulfill({ response, json: answer })
      })
      await secretary.logIn('社区书记', '黄书记')
      for (let start = 0; start < 2; start++) {
        for (const tab of ['首页', '清单', '工作台', '我的'] as const) {
          await secretary.tab(tab)
          const content = secretary.page.locator('.content:visible').last()
          await content.getByText(/./).first().waitFor()
        }
        await secretary.tab('清单')
        await secretary.sees(/其他/)
        expect(await secretary.page.getByText('暂时显示不了').count()).toBe(0)
        await secretary.page.reload()
      }
    }))
})
