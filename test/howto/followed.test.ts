import { type Copy, makeCopy, namedIn } from './copy'

const files = (errors: string[]) => [...new Set(errors.map((line) => line.split('(')[0]))].sort()
const sources = (howto: string) =>
  namedIn(howto).filter((file) => !/^docs\/|^test\/domain\/|schema\.ts$/.test(file))

function beginAction({ change }: Copy) {
  change('domain/need/moves.ts', "  move('urge', {}),", "  move('urge', {}),\n  move('pause', {}),")
}

function completeAction({ change }: Copy) {
  change(
    'domain/need/transitions.ts',
    '  urge: { by:',
    "  pause: { by: 'staff', from: OPEN_STATUSES, asks: 'reason' },\n  urge: { by:",
  )
  change('domain/need/effects.ts', '  urge: () => ({}),', '  urge: () => ({}),\n  pause: () => ({}),')
  change(
    'src/need/actions.ts',
    '  whistle: {',
    `  pause: {
    label: '挂起',
    icon: 'hourglass',
    rank: { beside: 125 },
    tone: 'calm',
    ask: { question: '为什么先放一放？', placeholder: '说一句原因', send: '挂起' },
    done: '已挂起',
    held: '已挂起',
    did: () => '社区先放一放',
    timeline: 'aside',
  },
  whistle: {`,
  )
}

function beginList({ change, create }: Copy) {
  create(
    'domain/notice/notice.ts',
    `import * as z from 'zod/mini'
import { communityCode } from '../kernel/area'
import { command } from '../kernel/command'
import { revision, seenRevision } from '../kernel/revision'
import { communityScope, type Scope } from '../kernel/scope'
import { id, words } from '../kernel/text'
import { shared } from '../kernel/thing'

/** 公告 */
export const notice = z.object({ id, revision, communityCode, title: words(40), listed: z.boolean() })
export type Notice = z.infer<typeof notice>

const audience = ({ communityCode }: Notice): Scope[] => [communityScope(communityCode)]

export const noticeThing = shared(notice, audience, 'id')

export const noticeCommands = {
  'notice.save': command(
    z.strictObject({ ...z.omit(notice, { revision: true }).shape, seen: seenRevision }),
    ({ title }) => [title],
  ),
}
`,
  )
  change('domain/things.ts', '  lesson: lessonThing,', '  lesson: lessonThing,\n  notice: noticeThing,')
  change('domain/things.ts', '  ...orgCommands,', '  ...orgCommands,\n  ...noticeCommands,')
  change(
    'domain/things.ts',
    'import { orgCommands,',
    "import { noticeCommands, noticeThing } from './notice/notice'\nimport { orgCommands,",
  )
}

function completeList({ change, create }: Copy) {
  change(
    'test/support/commandTexts.ts',
    "  'area.save': [",
    `  'notice.save': [{ id: idOf('a', 9), communityCode: community, title: '停水', listed: true }],
  'area.save': [`,
  )
  create(
    'cloud/db/migrations/0099-notices.ts',
    `export const name = '0099-notices'

export const up = \`
create table notices (
  community_code text not null, id uuid not null, revision uuid, title text not null, listed boolean not null,
  primary key (community_code, id)
);
\`
`,
  )
  change(
    'cloud/db/migrate.ts',
    "import type { Db, Tx } from './pool'",
    "import * as notices from './migrations/0099-notices'\nimport type { Db, Tx } from './pool'",
  )
  change('cloud/db/migrate.ts', '\n]\n', '\n  notices,\n]\n')
  create(
    'cloud/notice/noticeRepo.ts',
    `import type { Notice } from 'domain/notice/notice'
import { sql } from 'kysely'
import { rowJson } from '../db/columns'
import type { Tx } from '../db/pool'

export async function lockNotice(tx: Tx, id: string): Promise<Notice | undefined> {
  const { rows } = await sql<Notice>\`select * from notices where id = \${id} for update\`.execute(tx)
  return rows[0]
}

export async function saveNoticeRow(tx: Tx, notice: Notice) {
  await sql\`insert into notices select * from jsonb_populate_record(null::notices, \${rowJson(notice)}::jsonb)
    on conflict (community_code, id) do update set
      title = excluded.title, listed = excluded.listed, revision = excluded.revision\`.execute(tx)
}
`,
  )
  create(
    'cloud/notice/saveNotice.ts',
    `import { keepsLists } from 'domain/kernel/actor'
import { Refused } from 'domain/kernel/refusal'
import { isChangedMeanwhile } from 'domain/kernel/revision'
import { handles } from '../commands/handles'
import { saved } from '../sync/changeSet'
import { lockNotice, saveNoticeRow } from './noticeRepo'

export const saveNotice = handles('notice.save', async ({ seen, ...said }, { tx, actor, commandId, touch }) => {
  if (!keepsLists(actor, said.communityCode)) throw new Refused('notAllowed')
  const before = await lockNotice(tx, said.id)
  if (isChangedMeanwhile(before, seen)) throw new Refused('changedMeanwhile')
  const notice = { ...said, revision: commandId }
  await saveNoticeRow(tx, notice)
  touch(saved('notice', notice, before))
})
`,
  )
  change(
    'cloud/things.ts',
    'import { saveOrg }',
    "import { saveNotice } from './notice/saveNotice'\nimport { saveOrg }",
  )
  change('cloud/things.ts', '  org: {', "  notice: { handlers: { 'notice.save': saveNotice } },\n  org: {")
  change(
    'src/store/records.ts',
    '  lessons: Record<string, Lesson>',
    '  lessons: Record<string, Lesson>\n  notices: Record<string, Notice>',
  )
  change('src/store/records.ts', 'lessons: {},', 'lessons: {},\n  notices: {},')
  change(
    'src/store/records.ts',
    'import { create }',
    "import type { Notice } from 'domain/notice/notice'\nimport { create }",
  )
  change(
    'src/things.ts',
    '  lesson: kept<',
    `  notice: kept<'notice'>({
    table: 'notices',
    commands: {
      'notice.save': {
        label: '公告',
        touches: ({ id }) => [keyOf('notice', id)],
        about: ({ title }) => title,
      },
    },
  }),
  lesson: kept<`,
  )
}

function completePage({ change, create }: Copy) {
  create(
    'src/notice/NoticesPage.tsx',
    `import { Framed } from '@/shell/frame/Framed'
import { guardedPage } from '@/shell/guardedPage'

const NoticesPage = () => <Framed title='公告'>一条公告</Framed>

export default guardedPage('notices', NoticesPage, { title: '公告' })
`,
  )
  create('src/community/notices/index.tsx', "export { default } from '@/notice/NoticesPage'\n")
  create(
    'src/community/notices/index.config.ts',
    "export default definePageConfig({ navigationBarTitleText: '公告' })\n",
  )
  change('src/routes.ts', "  community: ['service/index',", "  community: ['notices/index', 'service/index',")
}

test('the how-tos name every file that a change needs, and the compiler names those that are missing', () => {
  const copy = makeCopy()
  try {
    beginAction(copy)
    beginList(copy)
    const begun = new Set(copy.touched)
    const asked = files(copy.errors())
    completeAction(copy)
    completeList(copy)
    completePage(copy)
    expect(copy.errors()).toEqual([])
    expect([...copy.touched].sort()).toEqual(
      [...sources('add-an-action.md'), ...sources('add-a-list.md'), ...sources('add-a-page.md')].sort(),
    )
    const lists = [...copy.touched].filter(
      (file) => !begun.has(file) && !/migrat|\/notice\/|records|community|routes/.test(file),
    )
    expect(asked).toEqual(expect.arrayContaining(lists.sort()))
  } finally {
    copy.remove()
  }
}, 300_000)
