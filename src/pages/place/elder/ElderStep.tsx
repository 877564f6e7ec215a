import type { PlaceErrors } from '../placeForm'
import type { usePlaceForm } from '../usePlaceForm'
import { CategoryStep } from './CategoryStep'
import { ConfirmStep } from './ConfirmStep'
import type { Step } from './steps'
import { WhenStep } from './WhenStep'
import { WhereStep } from './WhereStep'
import { WhomStep } from './WhomStep'
import { WordsStep } from './WordsStep'

type Place = ReturnType<typeof usePlaceForm>

export interface StepProps extends Pick<Place, 'form' | 'consent' | 'setConsent' | 'write'> {
  step: Step
  /** Of this screen alone. */
  errors: PlaceErrors
  focusOf: (field: string) => number | undefined
  onStep: (step: Step) => void
  onNext: () => void
}

const SCREENS = {
  words: WordsStep,
  category: CategoryStep,
  when: WhenStep,
  where: WhereStep,
  whom: WhomStep,
  confirm: ConfirmStep,
} as const satisfies Record<Step, (props: StepProps) => React.ReactNode>

/** The answer to one question. */
export function ElderStep(props: StepProps) {
  const Screen = SCREENS[props.step]
  return <Screen {...props} />
}
