import type { PlaceErrors } from '../placeForm'
import type { usePlaceForm } from '../usePlaceForm'
import type { Step } from './steps'

type Place = ReturnType<typeof usePlaceForm>

/** What every screen of the elder order is given. */
export interface StepProps extends Pick<Place, 'form' | 'consent' | 'setConsent' | 'write'> {
  step: Step
  /** Of this screen alone. */
  errors: PlaceErrors
  focusOf: (field: string) => number | undefined
  onStep: (step: Step) => void
  onNext: () => void
}
