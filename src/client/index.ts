import {
  type CandidatesAnswer,
  candidatesAnswer,
  demoIdentities as demoIdentitiesAnswer,
  type FiguresAnswer,
  figuresAnswer,
  loginAnswer,
} from 'domain/api'
import type { CommandArgs, CommandName, CommandsByName } from 'domain/commands'
import type { AreaCode } from 'domain/kernel/area'
import { tolerant } from 'domain/kernel/reading'
import { REFUSALS } from 'domain/kernel/refusal'
import { id as idOfRow } from 'domain/kernel/text'
import { readRow } from 'domain/things'
import type * as z from 'zod/mini'
import { phone } from '@/platform/phone'
import { useAppState } from '@/store/appState'
import { publishContacts } from '@/store/contacts'
import { draftsOf, dropSentDrafts } from '@/store/drafts'
import { useRecords } from '@/store/records'
import { troublesGoTo } from '@/store/troubles'
import { ASKED, type SendOptions, type Sent, type SentName } from '@/sync/contract'
import { createSync } from '@/sync/engine'
import { VERSION } from '@/version'
import { nameOf } from './about'
import { checkArgs, wordsFor } from './checkArgs'
import { createContacts, type Revealed } from './contacts'
import { askFor, fetchPage, OFFLINE, type Page, type PageParams, type Trouble } from './fetch'
import { publishRows, publishStatus } from './publish'
import { replay } from './replay'
import { withSeen } from './seen'
import type { View } from './view'

export type { Page, PageParams, Revealed, Sent, Trouble }

const sync = createSync<View, CommandsByName>({
  platform: phone,
  check: checkArgs,
  wordsFor,
  replay,
  nameOf: (command): SentName => nameOf(command, sync.held),
  onRows(changed, anew) {
    publishRows(changed, anew)
    dropSent()
    contacts.review()
  },
  onStatus(status) {
    contacts.enter(status.person)
    draftsOf(status.person?.id)
    publishStatus(status, sync)
    dropSent()
  },
  onTrouble: (error, where) => console.error(where, error),
  build: `${VERSION} ${process.env.TARO_ENV}`,
})
const contacts = createContacts(phone.storage, sync, publishContacts)
troublesGoTo((place, error) => sync.tell(error, place))

/** What was sent, and by whichever window, is no draft any more. */
function dropSent() {
  const { outbox, refused } = useAppState.getState()
  const { needs } = useRecords.getState()
  dropSentDrafts((id) => id in needs || [...outbox, ...refused].some(({ command }) => command.id === id))
}

/** Once, when the app is launched: shows what the phone keeps, and only then asks the network. */
export const startSync = (): void => sync.start()

/**
 * Keeps a command, shows it, and sends it as soon as it can [S1]. Not kept: `badRequest`, `personalData`,
 * `storageFull`, and for a guest `loginNeeded`; `text` says what to do. With `holdMs` it waits so long on this
 * phone, and `takeBack` undoes it.
 */
export const send = <N extends CommandName>(name: N, args: CommandArgs<N>, options?: SendOptions): Sent =>
  sync.send(name, withSeen(name, args, sync), options)

/** 撤回: undoes what is still held, as if it had never been done; false where it has gone. */
export const takeBack = (commandId: string): boolean => sync.takeBack(commandId)

/** 再送: sends again what was set aside after repeated trouble. */
export const retry = (commandId: string): void => sync.retry(commandId)

/** 知道了 or 不送了: takes a refusal off its list, or gives up what was set aside. */
export const dismiss = (commandId: string): void => sync.dismiss(commandId)

/** Looks at a community; remembered for the next start. Undefined: one's own. */
export const watch = (community: AreaCode | undefined): void => sync.watch(community)

/** 试一下, pull-down: asks the server now. Resolves when it has been tried, whatever came of it. */
export const refresh = (): Promise<void> => sync.refresh()

/** Lists of other communities, and more than this phone holds; the rows are in the records by then. */
export const fetchNeeds = (params: PageParams): Promise<Page> => fetchPage(sync, 'need', '/api/needs', params)
export const fetchServices = (params: PageParams): Promise<Page> =>
  fetchPage(sync, 'service', '/api/services', params)
export const fetchResources = (params: PageParams): Promise<Page> =>
  fetchPage(sync, 'resource', '/api/resources', params)
/** What coordinators see below their area, by deadline. */
export const fetchStaffNeeds = (params: PageParams): Promise<Page> =>
  fetchPage(sync, 'need', '/api/staff/needs', params)

/** What the communities below one's area still owe, counted by the server. */
export async function fetchFigures(): Promise<{ ok: true; figures: FiguresAnswer } | Trouble> {
  const asked = await askFor(sync, 'GET', '/api/staff/figures')
  if (!asked.ok) return asked
  const read = figuresAnswer.safeParse(asked.body)
  return read.success ? { ok: true, figures: read.data } : OFFLINE
}

/** Whom a need can be offered to by name, ranked by the server for who dispatches it and holds no roster. */
export async function fetchCandidates(
  needId: string,
): Promise<{ ok: true; candidates: CandidatesAnswer } | Trouble> {
  const asked = await askFor(sync, 'GET', `/api/needs/${needId}/candidates`)
  if (!asked.ok) return asked
  const read = candidatesAnswer.safeParse(asked.body)
  return read.success ? { ok: true, candidates: read.data } : OFFLINE
}

/** One need by its address, such as a shared one; what is not there any more is shown no more either. */
export async function fetchNeed(id: string): Promise<{ ok: true } | Trouble> {
  // an address that was cut off on its way names nothing
  if (!idOfRow.safeParse(id).success) return { ok: false, code: 'notFound', text: REFUSALS.notFound.text }
  const asked = await askFor(sync, 'GET', `/api/needs/${id}`)
  if (!asked.ok) {
    if (asked.code === 'notFound') sync.hold('need', [{ id }])
    return asked
  }
  if (!readRow('need', id, asked.body)) return OFFLINE
  sync.hold('need', [{ id, row: asked.body }])
  return { ok: true }
}

/** Whether the phone hears by itself when a need changes; one that was only asked for stays as it was. */
export const followed = (needId: string): boolean =>
  sync.held('need', needId).some(({ scope }) => scope !== ASKED)

/** 查看联系方式: recorded by the server each time. Afterwards `useContact(needId)` has it, while the right lasts. */
export const reveal = (needId: string): Promise<Revealed> => contacts.reveal(needId)

export type DemoPerson = z.infer<typeof demoIdentitiesAnswer>['people'][number]

/** 演示身份: whom a demo server lets one be; none on any other server. Trouble is not none. */
export async function demoIdentities(): Promise<{ ok: true; people: DemoPerson[] } | Trouble> {
  const asked = await askFor(sync, 'GET', '/api/login/demo')
  if (!asked.ok) return asked.code === 'demoOnly' ? { ok: true, people: [] } : asked
  const read = tolerant(demoIdentitiesAnswer)(asked.body)
  return read ? { ok: true, people: read.row.people } : OFFLINE
}

/** From now on as this person. Whoever was before keeps what they had not yet sent, and leaves nothing else. */
export async function logInDemo(personId: string): Promise<{ ok: true } | Trouble> {
  const asked = await askFor(sync, 'POST', '/api/login/demo', { person: personId })
  if (!asked.ok) return asked
  const read = loginAnswer.safeParse(asked.body)
  if (!read.success) return OFFLINE
  const { token, person } = read.data
  sync.logIn(token, person)
  return { ok: true }
}

/** Rows and contact data leave the phone; what was not yet sent, and what was being written, waits for this person. */
export function logOut(): void {
  void askFor(sync, 'POST', '/api/logout', {}) // without a network the token stays valid, on no phone
  sync.logOut()
}
