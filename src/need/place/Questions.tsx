import { View } from '@tarojs/components'
import type { Answer, Question } from 'domain/category/category'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { FieldError } from '@/ui/FieldError'
import { FormLabel } from '@/ui/FormLabel'
import type { PlaceErrors } from './placeForm'
import { yesNo } from './yesNo'

interface QuestionsProps {
  questions: readonly Question[]
  answers: Record<string, Answer>
  errors: PlaceErrors
  focusOf?: (field: string) => number | undefined
  onAnswer: (key: string, answer: Answer) => void
}

/** What a category asks, so that who comes brings the right things. */
export function Questions({ questions, answers, errors, focusOf, onAnswer }: QuestionsProps) {
  return (
    <View>
      {questions.map((question) => {
        const { key, label, required } = question
        return (
          <View key={key} id={`place-answer-${key}`}>
            <FormLabel text={label} hint={required ? undefined : '选填'} />
            <AnswerInput
              question={question}
              value={answers[key]}
              error={errors[`answer-${key}`]}
              focusAt={focusOf?.(`answer-${key}`)}
              onChange={(answer) => onAnswer(key, answer)}
            />
          </View>
        )
      })}
    </View>
  )
}

interface AnswerInputProps {
  question: Question
  value: Answer | undefined
  error: string | undefined
  focusAt: number | undefined
  onChange: (answer: Answer) => void
}

const yesOrNo = (label: string) => {
  const { yes, no } = yesNo(label)
  return [
    { value: 'yes', text: yes },
    { value: 'no', text: no },
  ]
}

function AnswerInput({ question, value, error, focusAt, onChange }: AnswerInputProps) {
  const { label, type, options = [] } = question
  if (type === 'text' || type === 'number')
    return (
      <Field
        label={label}
        type={type}
        value={value === undefined ? '' : String(value)}
        maxLength={type === 'number' ? 6 : 100}
        error={error}
        focusAt={focusAt}
        onInput={(text) => onChange(type === 'number' ? numberIn(text) : text)}
      />
    )
  const choice =
    type === 'bool' ? (
      <Choice
        label={label}
        options={yesOrNo(label)}
        value={value === undefined ? undefined : value ? 'yes' : 'no'}
        onChange={(said) => onChange(said === 'yes')}
      />
    ) : (
      <Choice
        label={label}
        options={options.map((option) => ({ value: option, text: option }))}
        value={value === undefined ? undefined : String(value)}
        onChange={onChange}
      />
    )
  return (
    <View>
      {choice}
      <View>{error && <FieldError text={error} />}</View>
    </View>
  )
}

function numberIn(text: string): Answer {
  const number = Number.parseInt(text, 10)
  return Number.isNaN(number) ? '' : number
}
