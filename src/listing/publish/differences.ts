/** A field that differs from what somebody else has saved since the form was made. */
export interface Difference<Field extends string> {
  field: Field
  label: string
  mine: string
  now: string
}

interface Made {
  seen: string | null
}

/** The fields that people read, each under its label, as words. */
export type Reads<Form, Field extends string> = Record<Field, [label: string, text: (form: Form) => string]>

/** What must be chosen before a form is saved: nothing where nobody else has saved, or only the same. */
export function differences<Form extends Made, Field extends string>(
  form: Form,
  now: Form | undefined,
  reads: Reads<Form, Field>,
): Difference<Field>[] {
  if (!now || form.seen === now.seen) return []
  return (Object.keys(reads) as Field[]).flatMap((field) => {
    const [label, text] = reads[field]
    const [mine, theirs] = [text(form), text(now)]
    return mine === theirs ? [] : [{ field, label, mine, now: theirs }]
  })
}

/** With nothing to choose between the form is of what stands there now. */
export const upToDate = <Form extends Made>(form: Form, now: Form | undefined, open: unknown[]): Form =>
  now && open.length === 0 ? { ...form, seen: now.seen } : form
