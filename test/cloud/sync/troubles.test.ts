import { createTroubleLog } from '../../../cloud/sync/troubles'

test('[S17] what many phones meet is one line of the log', () => {
  const unheard = createTroubleLog()
  const trouble = { build: '1.0.0', place: 'home', message: 'TypeError: x' }
  expect(unheard([trouble, { ...trouble, place: 'lists' }])).toHaveLength(2)
  expect(unheard([trouble])).toEqual([])
  expect(unheard([{ ...trouble, build: '1.0.1' }])).toHaveLength(1)
  expect(unheard(undefined)).toEqual([])
})
