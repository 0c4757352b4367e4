import { z } from 'zod'
import { dayField, optionalDayField } from '#src/features/organization/core/read-day.ts'
import { gates } from '#src/features/plan/core/lint/finding.ts'
import { findCycle } from './predecessors.ts'
import { defaultReminderDays, readReminderDays } from './reminders.ts'
import { type Task, taskKinds, taskStates } from './schedule.ts'
import { templateNames } from './template.ts'

const words = (label: string, longest: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(z.string().max(longest, `${label}は${longest}字以内で書いてください`))
const title = (label: string) => words(label, 80).pipe(z.string().min(1, `${label}を書いてください`))
const optionalId = z
  .string()
  .default('')
  .transform((id) => id || undefined)

export const processForm = z.object({
  title: title('工程の名前'),
  lead: words('説明', 400),
  reminderDays: z
    .string()
    .default(defaultReminderDays.join())
    .transform((typed, context) => {
      const days = readReminderDays(typed)
      if (!days) context.addIssue('お知らせの日は「7、1、-1」のように、−30〜60の数を6つまで書いてください')
      return days ?? []
    }),
})

export const newProcessForm = processForm.extend({
  template: z.enum(templateNames, 'ひな形を選んでください'),
  startsOn: dayField('開始の日'),
})

export const phaseForm = z.object({
  title: title('段階の名前'),
  fiscalYear: z
    .string()
    .transform((typed) => Number(typed.normalize('NFKC').trim()))
    .pipe(
      z
        .number('年度は西暦の4桁で書いてください')
        .int()
        .min(2000, '年度は西暦の4桁で書いてください')
        .max(2100),
    ),
})

/** What a task is, without its dates: those move by `moveForm`, with a reason. */
export const taskForm = z.object({
  title: title('作業の名前'),
  phaseId: z.string().min(1, '段階を選んでください'),
  kind: z.enum(taskKinds, '種類を選んでください'),
  requirement: words('策定方針の番号', 40),
  gate: z
    .union([z.enum(gates as [string]), z.literal('')], '関門を選んでください')
    .transform((gate) => gate as Task['gate'] | ''),
  ownerUnitId: optionalId,
  takePart: words('参加のしかた', 400),
  isPublic: z
    .string()
    .optional()
    .transform((ticked) => ticked !== undefined),
})

const inOrder = {
  message: '終わりの日が、始まりの日より前になっています',
  path: ['end'],
}
export const spanForm = z
  .object({ start: dayField('始まりの日'), end: dayField('終わりの日') })
  .refine(({ start, end }) => start <= end, inOrder)

export const moveForm = z
  .object({
    start: dayField('始まりの日'),
    end: dayField('終わりの日'),
    reason: words('理由', 200).pipe(
      z.string().min(1, '日を動かす理由を書いてください（公開する作業では、理由も公開されます）'),
    ),
  })
  .refine(({ start, end }) => start <= end, inOrder)

export const startForm = z.object({
  startsOn: dayField('新しい開始の日'),
  reason: words('理由', 200).pipe(z.string().min(1, '日を動かす理由を書いてください')),
})

export const reportForm = z
  .object({
    state: z.enum(taskStates, '状態を選んでください'),
    actualStart: optionalDayField('始めた日'),
    actualEnd: optionalDayField('終わった日'),
    output: words('成果の記録', 1000),
    stateReason: words('理由', 200),
  })
  .superRefine(({ state, actualStart, actualEnd, stateReason }, context) => {
    const problem = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (state === 'started' && !actualStart) problem('actualStart', '始めた日を書いてください')
    if (state === 'done' && !actualEnd) problem('actualEnd', '終わった日を書いてください')
    if (state !== 'done' && actualEnd) problem('actualEnd', '終わった日は、完了のときだけ書きます')
    if (state === 'not-started' && actualStart)
      problem('actualStart', '始めた日があるときは、状態を着手にしてください')
    if (actualStart && actualEnd && actualEnd < actualStart)
      problem('actualEnd', '終わった日が、始めた日より前になっています')
    if (state === 'cancelled' && !stateReason) problem('stateReason', '中止の理由を書いてください')
  })

export type ProcessContent = z.infer<typeof processForm>
export type PhaseContent = z.infer<typeof phaseForm>
export type TaskContent = Omit<z.infer<typeof taskForm>, 'gate'> & {
  gate: Task['gate']
  predecessors: string[]
}
export type TaskReport = z.infer<typeof reportForm>

/** What a saved report must have besides its own fields: a passed gate leaves a record of what was decided. */
export function reportProblems(
  task: Pick<Task, 'gate' | 'kind'>,
  { state, output }: Pick<TaskReport, 'state' | 'output'>,
): Record<string, string> {
  if (state !== 'done' || !task.gate || output) return {}
  return { output: '関門のある節目は、決めたことの記録（会議の名前、日、結論）を書くと完了にできます' }
}

/** A sentence naming the ring of tasks a change of what a task waits for would make; undefined where there is none. */
export function cycleProblem(
  tasks: readonly Task[],
  taskId: string,
  predecessors: readonly string[],
): string | undefined {
  const changed = tasks.map((task) =>
    task.id === taskId ? { ...task, predecessors: [...predecessors] } : task,
  )
  const cycle = findCycle(changed)
  if (!cycle) return undefined
  const names = cycle.map((id) => `「${tasks.find((task) => task.id === id)?.title ?? ''}」`)
  return `作業が互いを待つことになります：${names.join(' ← ')}`
}
