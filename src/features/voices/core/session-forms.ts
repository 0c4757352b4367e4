import { z } from 'zod'
import { clockField } from '#src/features/organization/core/read-clock.ts'
import { dayField } from '#src/features/organization/core/read-day.ts'
import { optionalWholeNumber } from '#src/lib/form/decimal-number.ts'
import { ageBands } from './labels.ts'
import { cleanLetter } from './letter.ts'
import { participantProblems } from './participants.ts'
import { confirmations, type Note, sessionKinds, stepKinds, usualConsent, usualFrame } from './session.ts'

const words = (label: string, most: number) =>
  z
    .string()
    .default('')
    .transform(cleanLetter)
    .pipe(z.string().max(most, `${label}は${most}字以内で書いてください`))
const needed = (label: string, most: number) =>
  words(label, most).pipe(z.string().min(1, `${label}を書いてください`))
const optionalId = z
  .string()
  .regex(/^([a-z]{2}_[0-9a-z]{10})?$/, '一覧から選んでください')
  .default('')

const consent = z.enum(['public', 'anonymous-quote', 'internal'], '公開の同意を選んでください')

/** When, where and for whom: what is announced. */
export const sessionForm = z
  .object({
    kind: z.enum(sessionKinds, '種類を選んでください'),
    title: needed('名前', 80),
    purpose: words('目的', 1000),
    heldOn: dayField('開催の日'),
    startsAt: clockField('始まりの時刻'),
    endsAt: clockField('終わりの時刻'),
    place: words('場所', 100),
    district: words('地区', 60),
    group: words('対象', 60),
    howTo: words('参加の方法', 500),
    contact: words('問い合わせ先', 200),
    frame: z.enum(['', 'sampled', 'open-call', 'invited', 'staff'], '集め方を選んでください').default(''),
    consent: z.union([z.literal(''), consent]).default(''),
    versionId: optionalId,
  })
  .superRefine(({ startsAt, endsAt }, context) => {
    if (startsAt && endsAt && endsAt <= startsAt)
      context.addIssue({
        code: 'custom',
        path: ['endsAt'],
        message: '終わりの時刻は、始まりより後にしてください',
      })
  })
  .transform(({ frame, consent: agreed, ...content }) => ({
    ...content,
    frame: frame || usualFrame[content.kind],
    consent: agreed || usualConsent(content.kind),
  }))
export type SessionContent = z.infer<typeof sessionForm>

/** What is known after the day. */
const headCount = (label: string) =>
  optionalWholeNumber(`${label}は数字で書いてください`)
    .refine((count) => count === null || count >= 0, `${label}は0以上で書いてください`)
    .transform((count) => count ?? undefined)

export const outcomeForm = z
  .object({
    participants: headCount('参加した人の数'),
    cameOnline: headCount('オンラインの人の数').optional(),
    cameInWriting: headCount('書面の人の数').optional(),
    spoke: headCount('話した・書いた人の数').optional(),
    participantsNote: words('参加した人の内訳', 500),
    confirmation: z.enum(confirmations, '本人の確認を選んでください'),
    directions: words('方向性', 2000).optional(),
    nextSteps: words('これからの進め方', 1000),
  })
  .superRefine(({ participants, cameOnline, cameInWriting, spoke }, context) => {
    const problems = participantProblems({ participants, cameOnline, cameInWriting, spoke })
    for (const [field, message] of Object.entries(problems))
      context.addIssue({ code: 'custom', path: [field], message })
  })
export type SessionOutcome = z.infer<typeof outcomeForm>

export const stepForm = z.object({
  kind: z.enum(stepKinds, '種類を選んでください'),
  text: needed('問い・すること', 200),
  minutes: optionalWholeNumber('時間は分の数で書いてください')
    .refine((count) => count === null || (count >= 0 && count <= 600), '時間は0〜600分で書いてください')
    .transform((count) => count ?? 0),
  hint: words('進め方', 300),
})
export type StepContent = z.infer<typeof stepForm>

export const tableForm = z.object({
  name: words('テーブルの名前', 40),
  host: words('進行役', 40),
})

/** Longer than any card, shorter than a letter. */
export const longestNote = 2000

const noteText = needed('内容', longestNote)

export const newNoteForm = z.object({
  stepId: optionalId.pipe(z.string().min(1, '問いを選んでください')),
  tableId: optionalId,
  text: noteText,
  speaker: words('話した人', 10),
  heading: words('見出し', 60),
  district: words('地区', 60),
  ageBand: z.enum(['', ...ageBands], '年代を一覧から選んでください').default(''),
  consent: z.union([z.literal(''), consent]).default(''),
})

export const changedNoteForm = z.object({
  text: noteText,
  votes: optionalWholeNumber('票の数は数字で書いてください')
    .refine((count) => count === null || (count >= 0 && count <= 9999), '票の数は0以上で書いてください')
    .transform((count) => count ?? 0),
})

/** A note as it is keyed in. */
export type NewNote = Pick<Note, 'text' | 'speaker' | 'heading' | 'district' | 'ageBand'> & {
  consent?: Note['consent'] | undefined
  /** The number printed on the card; without one the next of the table is given. */
  card?: { tableId: string; number: number } | undefined
}

/** What is said in a line 「A：…」: the speaker and the words. A longer or unknown beginning is part of the words. */
export function speakerAndWords(line: string): { speaker: string; text: string } {
  const parts = /^([A-ZＡ-Ｚ])(?:さん)?[：:]\s*(.+)$/su.exec(line)
  if (!parts) return { speaker: '', text: line }
  return { speaker: (parts[1] ?? '').normalize('NFKC'), text: (parts[2] ?? '').trim() }
}
