import { saveArea } from './area/saveArea'
import { category } from './category/category'
import type { Handlers } from './commands/handles'
import { saveDistrict } from './district/saveDistrict'
import type { Effects } from './effects/effect'
import { effectRoutes } from './effects/routes'
import type { Job } from './jobs/job'
import type { Thing } from './kernel/thing'
import { listing } from './listing/listing'
import { peopleRoutes } from './login/routes'
import { need } from './need/need'
import { saveOrg } from './org/saveOrg'
import { savePerson } from './person/savePerson'
import { compactFeeds } from './sync/compact'
import { syncRoutes } from './sync/routes'

/** What belongs to no thing. */
const engine = {
  jobs: [
    { name: 'do-effects', when: '* * * * *', run: ({ doEffects }) => doEffects() },
    { name: 'compact-feeds', when: '35 3 * * *', run: ({ db, now }) => compactFeeds(db, now()) },
  ],
  routes: (app, context) => {
    syncRoutes(app, context)
    effectRoutes(app, context)
  },
} satisfies Thing

/** Every thing: its handlers, effects, jobs and routes. */
const THINGS = {
  engine,
  need,
  listing,
  category,
  area: { handlers: { 'area.save': saveArea } },
  org: { handlers: { 'org.save': saveOrg } },
  person: { handlers: { 'person.save': savePerson }, routes: peopleRoutes },
  district: { handlers: { 'district.save': saveDistrict } },
} satisfies Record<string, Thing>

const all: readonly Thing[] = Object.values(THINGS)

type Joined<Union> = (Union extends unknown ? (of: Union) => void : never) extends (of: infer All) => void
  ? All
  : never
type Of<Part extends keyof Thing> = Joined<
  NonNullable<Extract<(typeof THINGS)[keyof typeof THINGS], Record<Part, unknown>>[Part]>
>

/** A command without a handler is a type error. */
export const HANDLERS: Handlers = Object.assign({}, ...all.map(({ handlers }) => handlers)) as Of<'handlers'>
export const EFFECTS: Effects = Object.assign({}, ...all.map(({ effects }) => effects)) as Of<'effects'>

export const JOBS: readonly Job[] = all.flatMap(({ jobs = [] }) => jobs)

export const ROUTES = all.flatMap(({ routes = [] }) => routes)
