import type { PlaceErrors, PlaceForm } from '../placeForm'

/** One question a screen; then all of it said again. */
export const STEPS = ['words', 'category', 'when', 'where', 'whom', 'confirm'] as const
export type Step = (typeof STEPS)[number]

export const QUESTIONS: Record<Step, string> = {
  words: '想请人帮什么忙？',
  category: '这是哪一类的事？',
  when: '什么时候来方便？',
  where: '到哪里帮您？',
  whom: '怎么联系您？',
  confirm: '是这样吗？',
}

const FIELDS: Record<Step, readonly string[]> = {
  words: ['words', 'answer', 'alias', 'session'],
  category: ['category'],
  when: ['when'],
  where: ['where'],
  whom: ['phone', 'who', 'relation', 'knows'],
  confirm: ['consent', 'refused'],
}

/** What the form would know: nobody is to come for a problem or an idea. */
export const stepsOf = ({ kind }: Pick<PlaceForm, 'kind'>): readonly Step[] =>
  kind === 'help' || kind === 'wish' ? STEPS : STEPS.filter((step) => step !== 'when')

export const stepNamed = (name: string | undefined): Step => STEPS.find((step) => step === name) ?? 'words'

const plain = (field: string) => field.split('-')[0] ?? field

/** Where a field is asked. */
export const stepOf = (field: string): Step =>
  STEPS.find((step) => FIELDS[step].includes(plain(field))) ?? 'confirm'

/** Of what is wrong, what is asked on this screen. */
export const errorsOn = (step: Step, errors: PlaceErrors): PlaceErrors =>
  Object.fromEntries(Object.entries(errors).filter(([field]) => stepOf(field) === step))

const NUMERALS = ['零', '一', '二', '三', '四', '五']

/** 第二步，共五步; the screen that says it all again is none. */
export function progressText(step: Step, steps: readonly Step[]): string {
  const count = steps.length - 1
  const at = steps.indexOf(step) + 1
  return at > count ? '最后看一遍' : `第${NUMERALS[at]}步，共${NUMERALS[count]}步`
}
