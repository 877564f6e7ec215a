import { errorsOn, progressText, STEPS, stepNamed, stepOf, stepsOf } from '@/need/place/elder/steps'

test('five questions, then all of it once more; nobody is asked when to come for a problem', () => {
  expect(STEPS.map((step) => progressText(step, STEPS))).toEqual([
    '第一步，共五步',
    '第二步，共五步',
    '第三步，共五步',
    '第四步，共五步',
    '第五步，共五步',
    '最后看一遍',
  ])
  const report = stepsOf({ kind: 'report' })
  expect(report).not.toContain('when')
  expect(progressText('where', report)).toBe('第三步，共四步')
})

test('every field of the form is asked on a screen', () => {
  const asked = ['words', 'category', 'when', 'where', 'phone', 'who', 'relation', 'knows', 'consent']
  expect(asked.map(stepOf)).toEqual([
    ...['words', 'category', 'when', 'where'],
    ...['whom', 'whom', 'whom', 'whom', 'confirm'],
  ])
  expect(stepOf('answer-what')).toBe('words')
  expect(errorsOn('whom', { phone: '…', words: '…' })).toEqual({ phone: '…' })
})

test('a screen that this version does not know is the first', () => {
  expect([stepNamed('where'), stepNamed('photo'), stepNamed(undefined)]).toEqual(['where', 'words', 'words'])
})
