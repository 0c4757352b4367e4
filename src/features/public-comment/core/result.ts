import { z } from 'zod'
import { dispositions } from '#src/formats/voice.ts'

const row = z.object({
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
  planRef: z.string(),
  planLabel: z.string(),
  before: z.string(),
  after: z.string(),
  /** 関係するところ. Results published before there were any have none. */
  links: z.array(z.object({ ref: z.string(), label: z.string() })).default([]),
})

/** 結果: what is published of a case, frozen as it was published. It holds nothing that is not public. */
export const resultTable = z.object({
  caseId: z.string(),
  publishedOn: z.string(),
  submitters: z.number(),
  submissions: z.number(),
  opinions: z.number(),
  byMethod: z.array(z.object({ method: z.string(), submissions: z.number() })),
  byClass: z.array(z.object({ label: z.string(), opinions: z.number() })),
  /** By the place the comment chose (該当箇所). Results published before it was counted have none. */
  byItem: z.array(z.object({ label: z.string(), opinions: z.number() })).default([]),
  changed: z.number(),
  withheld: z.number(),
  wordless: z.number(),
  late: z.number(),
  rows: z.array(row),
})
export type ResultTable = z.infer<typeof resultTable>
export type ResultRow = z.infer<typeof row>

/** Whether the sums of a result agree, as sentences: by method = submissions, by class and by item = opinions. */
export function sumProblems({
  submissions,
  opinions,
  byMethod,
  byClass,
  byItem,
  rows,
}: ResultTable): string[] {
  const methods = byMethod.reduce((sum, one) => sum + one.submissions, 0)
  const classes = byClass.reduce((sum, one) => sum + one.opinions, 0)
  const items = byItem.reduce((sum, one) => sum + one.opinions, 0)
  const inRows = rows.reduce((sum, one) => sum + one.opinions, 0)
  return [
    ...(methods === submissions ? [] : [`方法ごとの計${methods}件が、提出${submissions}件と合いません`]),
    ...(classes === opinions ? [] : [`区分ごとの計${classes}件が、意見${opinions}件と合いません`]),
    ...(items === opinions || byItem.length === 0
      ? []
      : [`該当箇所ごとの計${items}件が、意見${opinions}件と合いません`]),
    ...(inRows === opinions ? [] : [`表の計${inRows}件が、意見${opinions}件と合いません`]),
  ]
}

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
      one.planLabel,
      one.before,
      one.after,
      one.links.map(({ label }) => label).join('、'),
    ]),
  ]
}

/** What is told beside the sums, where there is any. */
export const otherCounts = ({ withheld, wordless, late }: ResultTable) =>
  (
    [
      ['公表しない意見', withheld],
      ['「特になし」など', wordless],
      ['期間の外に届いた提出', late],
    ] as const
  ).filter(([, count]) => count > 0)
