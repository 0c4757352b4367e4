import { z } from 'zod'

/**
 * Rules of cleaning (不規則な回答の扱い), in the order in which they run.
 *
 * `branching`, `range`, `too-many` and `exclusive` change answers; the others only flag a sheet: taking it
 * out needs a person and a reason.
 */
export const cleaningRule = z.discriminatedUnion('kind', [
  /** Hidden by `showIf`: a blank becomes 非該当, a value 無効. Shown: 非該当 becomes 無回答. */
  z.strictObject({ kind: z.literal('branching') }),
  /** A number outside `minimum` … `maximum` of its question becomes 無効. */
  z.strictObject({ kind: z.literal('range') }),
  /** More marks than `maximum`: all 無効, or the first ones in the order of options are kept (佐倉市). */
  z.strictObject({ kind: z.literal('too-many'), resolve: z.enum(['invalid', 'keep-first']) }),
  /** 「特にない」 beside others: all 無効, or it gives way to the others. */
  z.strictObject({ kind: z.literal('exclusive'), resolve: z.enum(['invalid', 'keep-others']) }),
  /** A contradiction, as a condition (`docs/formats/survey.md`). */
  z.strictObject({ kind: z.literal('logic'), name: z.string().min(1), condition: z.string().min(1) }),
  /** The same option in every line of a matrix. */
  z.strictObject({ kind: z.literal('straight-lining'), question: z.string().min(1) }),
  /** Completed in less than so many seconds. */
  z.strictObject({ kind: z.literal('too-fast'), column: z.string().min(1), seconds: z.number().positive() }),
  /** Fewer than this share of the questions shown is answered: 無効票. */
  z.strictObject({ kind: z.literal('blank-sheet'), answeredShare: z.number().gt(0).max(1) }),
])

export type CleaningRule = z.infer<typeof cleaningRule>

/** What a rule changed or flagged. A flag names no column and changes nothing. */
export type CleaningEntry = {
  rule: CleaningRule['kind']
  /** Row of the answers, from 0. */
  row: number
  column?: string
  before?: number | string
  after?: number | string
  note?: string
}
