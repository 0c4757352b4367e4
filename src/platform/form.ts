import type { z } from 'zod'

export type Problems = Record<string, string>
export type Entered = Record<string, string>

/** The text fields of a form as typed. A name sent twice keeps its last value; `entriesOf` gives them all. */
export function enteredIn(form: FormData): Entered {
  const entered: Entered = Object.create(null)
  for (const [name, value] of form)
    if (typeof value === 'string') entered[name] = value.replaceAll('\r\n', '\n')
  return entered
}

/** Every value sent under one name, as ticked boxes are. */
export const entriesOf = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((value): value is string => typeof value === 'string')

/** Reads a submitted form: the values, or the problems by field together with what the person had entered. */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
):
  | { values: z.infer<Schema>; problems?: undefined; entered: Entered }
  | { problems: Problems; entered: Entered } {
  const entered = enteredIn(form)
  const result = schema.safeParse({ ...entered })
  if (result.success) return { values: result.data, entered }
  return { problems: problemsOf(result.error), entered }
}

/** One sentence a field, the first found. */
export function problemsOf(error: z.ZodError): Problems {
  const problems: Problems = {}
  for (const issue of error.issues) problems[issue.path.map(String).join('.')] ??= issue.message
  return problems
}
