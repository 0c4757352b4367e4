import { z } from 'zod'
import { dispositions } from '#src/formats/voice.ts'

const change = z.object({ ref: z.string(), label: z.string(), before: z.string(), after: z.string() })

const currentRow = z.object({
  number: z.number(),
  opinionIds: z.array(z.string()),
  aboutRef: z.string(),
  about: z.string(),
  /** Released texts only; empty where the summary alone, or nothing, may be shown. */
  texts: z.array(z.string()),
  summary: z.string(),
  opinions: z.number(),
  classKey: z.string(),
  classLabel: z.string(),
  disposition: z.enum(dispositions),
  reply: z.string(),
  reason: z.string(),
  /** 直したところ, with 修正前・修正後. */
  changes: z.array(change),
  /** 関係するところ. Results published before there were any have none. */
  links: z.array(z.object({ ref: z.string(), label: z.string() })).default([]),
  /** 担当課: the sections that answer, else the office of the case. Results published before it was told have none. */
  office: z.string().default(''),
})

/** Results published before an answer could change several places hold the one in the row itself. */
const formerRow = z
  .object({ planRef: z.string(), planLabel: z.string(), before: z.string(), after: z.string() })
  .loose()

const row = z.preprocess((kept) => {
  const former = formerRow.safeParse(kept)
  if (!former.success) return kept
  const { planRef: ref, planLabel: label, before, after, ...rest } = former.data
  return { ...rest, changes: ref === '' && after === '' ? [] : [{ ref, label, before, after }] }
}, currentRow)

/** 結果: what is published of a case, frozen as it was published. It holds nothing that is not public. */
export const resultTable = z.object({
  caseId: z.string(),
  publishedOn: z.string(),
  submitters: z.number(),
  submissions: z.number(),
  opinions: z.number(),
  /** 方法別人数: each person once. Results published before people were counted have submissions only. */
  byMethod: z.array(z.object({ method: z.string(), people: z.number().optional(), submissions: z.number() })),
  /** 人数の訂正: what was counted before a person counted otherwise, and why. */
  correction: z.object({ counted: z.number(), reason: z.string() }).optional(),
  byClass: z.array(z.object({ label: z.string(), opinions: z.number() })),
  /** By the place the comment chose (該当箇所). Results published before it was counted have none. */
  byItem: z.array(z.object({ label: z.string(), opinions: z.number() })).default([]),
  changed: z.number(),
  withheld: z.number(),
  /** Why opinions are not published (公表しない理由), for those of `withheld`. */
  withheldBy: z.array(z.object({ reason: z.string(), opinions: z.number() })).default([]),
  wordless: z.number(),
  late: z.number(),
  rows: z.array(row),
})
export type ResultTable = z.infer<typeof resultTable>
export type ResultRow = z.infer<typeof row>
export type ResultChange = z.infer<typeof change>

/** One sum of a result beside the count it must give. */
export type SumCheck = { label: string; sum: number; of: number; unit: '人' | '件'; isRight: boolean }

/** 計の照合: people and submissions by method, opinions by class, by item and in the table. */
export function sumChecks({ byMethod, byClass, byItem, rows, ...counts }: ResultTable): SumCheck[] {
  const { submitters, submissions, opinions } = counts
  const check = (label: string, parts: readonly number[], of: number, unit: '人' | '件' = '件') => {
    const sum = parts.reduce((total, part) => total + part, 0)
    return { label, sum, of, unit, isRight: sum === of }
  }
  const opinionsIn = (parts: readonly { opinions: number }[]) => parts.map((part) => part.opinions)
  const people = byMethod.flatMap((one) => one.people ?? [])
  return [
    ...(people.length < byMethod.length
      ? []
      : [check('出し方ごとの人数の計と、提出した人', people, submitters, '人')]),
    check(
      '出し方ごとの提出の計と、提出',
      byMethod.map((one) => one.submissions),
      submissions,
    ),
    check('対応区分ごとの計と、意見', opinionsIn(byClass), opinions),
    ...(byItem.length === 0 ? [] : [check('該当箇所ごとの計と、意見', opinionsIn(byItem), opinions)]),
    check('表の計と、意見', opinionsIn(rows), opinions),
  ]
}

/** What does not agree, as sentences. */
export const sumProblems = (result: ResultTable): string[] =>
  sumChecks(result)
    .filter(({ isRight }) => !isRight)
    .map(({ label, sum, of, unit }) => `${label}が合いません（${sum}${unit}と${of}${unit}）`)

/** How people were counted, where a person counted otherwise than the system. */
export const correctionWords = ({ submitters, correction }: ResultTable): string =>
  correction
    ? `提出した人は、氏名と住所から数えた${correction.counted}人を、${submitters}人に直しました。理由：${correction.reason}`
    : ''

export const resultHead = [
  '番号',
  '該当箇所',
  '意見の概要',
  '公開する原文',
  '意見数',
  '対応区分',
  '市の考え方',
  '理由',
  '直したところ',
  '修正前',
  '修正後',
  '関係するところ',
  '担当課',
] as const

/** The result as a table for spreadsheets. */
export function resultRows({ rows }: ResultTable): (string | number)[][] {
  return [
    [...resultHead],
    ...rows.map((one) => [
      one.number,
      one.about,
      one.summary,
      one.texts.join('\n'),
      one.opinions,
      one.classLabel,
      one.reply,
      one.reason,
      several(one.changes.map(({ label }) => label)),
      several(one.changes.map(({ before }) => before)),
      several(one.changes.map(({ after }) => after)),
      one.links.map(({ label }) => label).join('、'),
      one.office,
    ]),
  ]
}

/** Several texts in one cell, numbered so that place, old and new can be told together. */
const several = (texts: readonly string[]): string =>
  texts.length < 2 ? texts.join('') : texts.map((text, at) => `（${at + 1}）${text}`).join('\n')

/** What is told beside the sums, where there is any. */
export const otherCounts = ({ withheld, withheldBy, wordless, late }: ResultTable) =>
  (
    [
      ['公表しない意見', withheld],
      ...withheldBy.map(({ reason, opinions }) => [`公表しない理由「${reason}」`, opinions] as const),
      ['「特になし」など', wordless],
      ['期間の外に届いた提出', late],
    ] as const
  ).filter(([, count]) => count > 0)
