/** Values that stand for an answer that is missing: single ones, or a range and at most one more. */
export type SavMissing = { range?: readonly [number, number]; values: readonly number[] }

export type SavNumber = {
  kind: 'number'
  name: string
  label: string
  /** NaN is system-missing. */
  values: ArrayLike<number>
  decimals: number
  valueLabels: readonly (readonly [number, string])[]
  missing: SavMissing
  measure: 'nominal' | 'ordinal' | 'scale'
}
export type SavText = { kind: 'text'; name: string; label: string; texts: readonly string[] }
export type SavVariable = SavNumber | SavText

/** Variables that are the options of one question with several answers, each 1 where it was chosen. */
export type SavSet = { name: string; label: string; variables: readonly string[] }

export type SavFile = {
  title: string
  /** `YYYY-MM-DD`: the file's own day, so that the same data give the same bytes. */
  createdOn: string
  variables: readonly SavVariable[]
  /** The variable by which cases are weighted. */
  weight?: string
  sets: readonly SavSet[]
}
