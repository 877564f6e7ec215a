import { CategoryStep } from './CategoryStep'
import { ConfirmStep } from './ConfirmStep'
import type { StepProps } from './stepProps'
import type { Step } from './steps'
import { WhenStep } from './WhenStep'
import { WhereStep } from './WhereStep'
import { WhomStep } from './WhomStep'
import { WordsStep } from './WordsStep'

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
