import { categoryOf, type Terms, termsKept, termsOf } from 'domain/category/category'
import { plusDays, plusMinutes } from 'domain/kernel/time'
import { isPublic } from 'domain/need/audience'
import { matchOf } from 'domain/need/matching'
import { asksPublicText } from 'domain/need/need'
import { outlineOf, summaryOf } from 'domain/need/needRow'
import { actionsFor, advance } from 'domain/need/workflow'
import { aMember, aNeed, aResident, aSecretary, idOf, noon, toPool } from '../../support/builders'

const terms: Terms = {
  ...(termsKept({ ...categoryOf('help-power'), name: '用电', respondWithinMin: 7 }) as Terms),
  reopenWithinDays: 100,
}

test('a need keeps nothing of a category that is as the file has it, and all of one that is not', () => {
  expect(termsKept(categoryOf('help-power'))).toBe(undefined)
  expect(termsKept({ ...categoryOf('help-power'), questions: [], examples: [] })).toBe(undefined)
  expect(terms).toMatchObject({ name: '用电', respondWithinMin: 7, visibility: 'public' })
  expect(termsKept({ ...categoryOf('help-power'), code: 'help-pets' })).toMatchObject({
    icon: expect.any(String),
  })
})

test('every rule of a need goes by its own terms, and a summary brings them along', () => {
  const served = aNeed({ status: 'closed', closedAt: noon, terms })
  const late = plusDays(noon, 90)
  const step = (need = served) =>
    advance(need, { needId: need.id, action: 'reopen', note: '又坏了' }, aResident(), {
      now: late,
      eventId: idOf('e', 1),
    }).need
  expect(step().respondBy).toBe(plusMinutes(late, 7))
  const { terms: _, ...usual } = served
  expect(() => step(usual)).toThrow('tooLate')

  const open = aNeed({ status: 'dispatched', offer: toPool, dispatchedAt: noon, terms })
  expect(isPublic(open)).toBe(true)
  expect(isPublic({ ...open, terms: { ...terms, visibility: 'staff' } })).toBe(false)
  const hidden = { ...open, terms: { ...terms, sensitive: true } }
  expect(asksPublicText(hidden)).toBe(true)
  expect(summaryOf(hidden)).toMatchObject({ text: '用电', requesterName: '一位居民' })
  const outline = outlineOf(summaryOf(open), undefined, aMember())
  expect(termsOf(outline)).toEqual(terms)
  const skilled = { ...outline, terms: { ...terms, skills: ['haircut'] } }
  const helper = { ...aMember(), skills: ['haircut'], availability: [], capacity: 3 }
  expect(matchOf(skilled, helper, 0, noon)?.reasons[0]).toMatchObject({ about: 'skill', skills: ['haircut'] })
})

test('of a category that a phone does not know the terms are enough to act on', () => {
  const need = aNeed({ categoryCode: 'help-drone' })
  expect(actionsFor(need, aSecretary(), noon)).not.toContain('dispatch')
  expect(actionsFor({ ...need, terms }, aSecretary(), noon)).toContain('dispatch')
})
