import { dispatchesIn } from 'domain/kernel/actor'
import { plusMinutes } from 'domain/kernel/time'
import { type EventOf, type Rule, type Stateful, type Step, unless } from 'domain/kernel/transition'
import { defineWorkflow } from 'domain/kernel/workflow'
import { aMember, aResident, aSecretary, community, idOf, noon } from '../../support/builders'

/** 借用: something of the community is asked for, handed out and brought back. */
interface Loan extends Stateful {
  status: 'asked' | 'confirmed' | 'returned' | 'refused'
  borrowerId: string
  days: number
  dueAt?: string
}
type LoanStep = Step & { loanId: string } & (
    | { action: 'confirm'; days: number }
    | { action: 'prolong'; days: number }
    | { action: 'refuse' | 'return' | 'lapse' | 'remark' }
  )

const WHO = {
  keeper: (_, actor) => unless(dispatchesIn(actor, community), 'notAllowed'),
  borrower: (loan, actor) => unless(loan.borrowerId === actor.id, 'notAllowed'),
  system: (_, actor) => unless(!!actor.system, 'notAllowed'),
} satisfies Record<string, Rule<Loan>>

const days = ({ said }: EventOf<'loan'>) => Number(said?.days)

const loans = defineWorkflow<'loan', Loan, LoanStep, keyof typeof WHO, 'days'>({
  entity: 'loan',
  transitions: {
    return: { by: 'keeper', from: ['confirmed'] },
    prolong: {
      by: 'borrower',
      from: ['asked', 'confirmed'],
      only: (loan) => unless(loan.days < 30, 'tooLate'),
      asks: 'days',
      reasonFrom: ['confirmed'],
      reads: ['days'],
    },
    confirm: { by: 'keeper', from: ['asked'], asks: 'days', heeds: ['prolong'] },
    refuse: { by: 'keeper', from: ['asked'], asks: 'reason' },
    lapse: { by: 'system', from: ['asked'], silent: true },
    remark: { by: 'keeper', from: ['asked', 'confirmed', 'returned'], silent: true },
  },
  who: WHO,
  requires: { days: (_, said) => unless(Number(said.days) > 0, 'badRequest') },
  effects: {
    confirm: (_, event) => ({
      status: 'confirmed',
      days: days(event),
      dueAt: plusMinutes(event.at, days(event)),
    }),
    prolong: (loan, event) => ({ days: loan.days + days(event) }),
    refuse: () => ({ status: 'refused' }),
    return: () => ({ status: 'returned' }),
    lapse: () => ({ status: 'refused' }),
    remark: () => ({}),
  },
  keeps: (_, action, actor) => (action === 'prolong' ? { keptBy: actor.displayName } : {}),
  refusals: { unknown: 'tooOld', status: 'sessionOver', unread: 'tooOld', reason: 'reasonNeeded' },
})

const [borrower, secretary] = [aResident(), aSecretary()]
const loanId = idOf('l', 1)
const asked: Loan = {
  id: loanId,
  status: 'asked',
  version: 1,
  changedAt: noon,
  borrowerId: borrower.id,
  days: 3,
}
const time = (n: number) => ({ now: plusMinutes(noon, n), eventId: idOf('e', n) })

test('who may act, from where, under what condition and with what words is read from the table', () => {
  const { refusal } = loans
  expect(refusal(asked, 'confirm', { days: 2 }, secretary, noon)).toBeUndefined()
  expect(refusal(asked, 'confirm', { days: 2 }, borrower, noon)).toBe('notAllowed')
  expect(refusal(asked, 'return', {}, secretary, noon)).toBe('sessionOver')
  expect(refusal(asked, 'confirm', {}, secretary, noon)).toBe('badRequest')
  expect(refusal(asked, 'refuse', {}, secretary, noon)).toBe('reasonNeeded')
  expect(refusal(asked, 'refuse', { note: '坏了' }, secretary, noon)).toBeUndefined()
  expect(refusal({ ...asked, days: 30 }, 'prolong', { days: 1 }, borrower, noon)).toBe('tooLate')
  expect(refusal({ ...asked, unread: ['days'] }, 'prolong', { days: 1 }, borrower, noon)).toBe('tooOld')
  expect(refusal(asked, 'bless' as 'return', {}, secretary, noon)).toBe('tooOld')
})

test('a reason is asked for where the status makes it necessary, beside what else is', () => {
  const { asksOf, refusal } = loans
  const confirmed: Loan = { ...asked, status: 'confirmed' }
  expect(asksOf(asked, 'prolong')).toBe('days')
  expect(asksOf(asked, 'return')).toBeUndefined()
  expect(refusal(asked, 'prolong', { days: 1 }, borrower, noon)).toBeUndefined()
  expect(refusal(confirmed, 'prolong', { days: 1 }, borrower, noon)).toBe('reasonNeeded')
  expect(refusal(confirmed, 'prolong', { note: '还要用' }, borrower, noon)).toBe('badRequest')
})

test('buttons are what each person may do now, in the order of the table, without the silent ones', () => {
  const { actionsFor } = loans
  expect(actionsFor(asked, secretary, noon)).toEqual(['confirm', 'refuse'])
  expect(actionsFor(asked, borrower, noon)).toEqual(['prolong'])
  expect(actionsFor({ ...asked, status: 'confirmed' }, secretary, noon)).toEqual(['return'])
  expect(actionsFor(asked, aMember(), noon)).toEqual([])
})

test('a loan from asking to return: each step is an event, and the events replayed give the same loan', () => {
  const { advance, apply } = loans
  const longer = advance(asked, { loanId, action: 'prolong', days: 4 }, borrower, time(1))
  const out = advance(longer.loan, { loanId, action: 'confirm', days: 5, note: '请爱护' }, secretary, time(2))
  const back = advance(out.loan, { loanId, action: 'return' }, secretary, time(3))
  expect(back.loan).toEqual({
    ...asked,
    status: 'returned',
    version: 4,
    changedAt: time(3).now,
    days: 5,
    dueAt: plusMinutes(noon, 7),
  })
  const events = [longer.event, out.event, back.event]
  expect(events.map(({ said, note }) => ({ said, note }))).toEqual([
    { said: { days: 4, keptBy: borrower.displayName }, note: undefined },
    { said: { days: 5 }, note: '请爱护' },
    { said: undefined, note: undefined },
  ])
  expect(events.map((event) => [event.loanId, event.byId])).toEqual([
    [loanId, borrower.id],
    [loanId, secretary.id],
    [loanId, secretary.id],
  ])
  expect(events.reduce(apply, asked)).toEqual(back.loan)
})

test('an event of a newer build moves the version on and nothing else', () => {
  const event = { id: idOf('e', 9), loanId, action: 'bless', byId: secretary.id, byName: '', at: time(1).now }
  expect(loans.apply(asked, event)).toEqual({ ...asked, version: 2, changedAt: time(1).now })
})

test('a step that is refused changes nothing and says why', () => {
  expect(() => loans.advance(asked, { loanId, action: 'return' }, secretary, time(1))).toThrow('sessionOver')
})

test('the time of a tap is believed between the newest event and now', () => {
  const at = (said: string) =>
    loans.advance(asked, { loanId, action: 'refuse', note: '坏了' }, secretary, { ...time(5), at: said })
      .event.at
  expect(at(plusMinutes(noon, 2))).toBe(plusMinutes(noon, 2))
  expect(at(plusMinutes(noon, -2))).toBe(noon)
  expect(at(plusMinutes(noon, 9))).toBe(plusMinutes(noon, 5))
})

test('what came after the screen is told where the action heeds it, but not what the same phone did', () => {
  const { event } = loans.advance(asked, { loanId, action: 'prolong', days: 4 }, borrower, time(1))
  const born = { ...event, id: idOf('e', 0), action: 'ask' }
  const remark = { ...event, id: idOf('e', 2), action: 'remark' }
  const surprises = (action: LoanStep['action'], version: number, own: string[] = []) =>
    loans.surprises({ action, seen: { version, own } }, [born, event, remark])
  expect(surprises('confirm', 1)).toEqual([event])
  expect(surprises('confirm', 2)).toEqual([])
  expect(surprises('confirm', 1, [event.id])).toEqual([])
  expect(surprises('refuse', 1)).toEqual([])
})

test('the system states what has come to pass, in its own name, whoever may take the step otherwise', () => {
  const { loan, event } = loans.systemStep(asked, { action: 'refuse', note: '没有人来取', said: {} }, time(1))
  expect(loan).toMatchObject({ status: 'refused', version: 2 })
  expect(event).toMatchObject({ byName: '系统', note: '没有人来取' })
})

// The compiler holds these: a mark without its error fails `npm run check`.
test('a table with a field too few is no table', () => {
  const complete = { by: 'keeper', from: ['asked'] } as const
  type Row = Parameters<
    typeof defineWorkflow<'loan', Loan, LoanStep, 'keeper', never>
  >[0]['transitions']['return']
  const rows: Row[] = [
    complete,
    // @ts-expect-error from where
    { by: 'keeper' },
    // @ts-expect-error who
    { from: ['asked'] },
    // @ts-expect-error nobody of this name
    { by: 'nobody', from: ['asked'] },
    // @ts-expect-error no status of a loan
    { by: 'keeper', from: ['served'] },
    // @ts-expect-error nothing that this workflow asks for
    { by: 'keeper', from: ['asked'], asks: 'rating' },
    // @ts-expect-error no action of a loan
    { by: 'keeper', from: ['asked'], heeds: ['dispatch'] },
    // @ts-expect-error no field of a loan
    { by: 'keeper', from: ['asked'], reads: ['headcount'] },
  ]
  expect(rows[0]).toBe(complete)
})
