/** Male and female, always kept apart; totals are computed. */
export const sexes = ['M', 'F'] as const
export type Sex = (typeof sexes)[number]

/**
 * One value an age group and sex, youngest group first. Length n, or that of the survival ratios where said
 * so.
 */
export type AgeValues = { M: readonly number[]; F: readonly number[] }

/**
 * Closed groups `[i·width, (i+1)·width)` and the open one from `openFrom`: n = openFrom / width + 1 groups.
 */
export type AgeGroups = { width: 1 | 5; openFrom: number }

export const levels = ['nation', 'prefecture', 'municipality', 'district', 'other'] as const
export type Area = { code: string; name: string; level: (typeof levels)[number] }

/**
 * What a count of residents rests on: raw census, census with unknown ages distributed (不詳補完値), resident
 * register (住民基本台帳), current estimate (常住人口). Two of them never meet in one run.
 */
export const bases = ['census', 'census-adjusted', 'register', 'estimate', 'other'] as const
export type Basis = (typeof bases)[number]

/** When in a step movers arrive: half at its start and half at its end, or all at its end. */
export type Timing = 'half' | 'end'

/**
 * Migration of one period. `net-rate` and `out-alloc` are per step and aligned with the survival ratios
 * (index k is the move into group k); `net-count` (persons per step) and `net-proportion` (of the start
 * population) belong to group i.
 */
export type Migration =
  | { kind: 'none' }
  | ({ kind: 'net-rate' } & AgeValues)
  | ({ kind: 'net-count'; timing: Timing } & AgeValues)
  | ({ kind: 'net-proportion'; per: 'year' | 'step'; timing: Timing } & AgeValues)
  | { kind: 'out-alloc'; out: AgeValues; alloc: AgeValues; pool: AgeValues | 'system' }

/**
 * Which women bear: with the first half of the movers, without any, or start without and end with all of
 * them.
 */
export type Exposure = 'half-migrants' | 'before-migrants' | 'after-migrants'

/**
 * Births of one period: child–woman ratio (子ども女性比: group 0 per woman of 15–49, both at the end), births per
 * woman and year by age group, or a total fertility rate with its shape by age (Σ shape = 1).
 * `srb` and `sexRatio04` are males per female.
 */
export type Fertility =
  | { kind: 'cwr'; cwr: number; women: readonly [15, 49]; sexRatio04: number }
  | { kind: 'asfr'; asfr: readonly number[]; srb: number; exposure: Exposure }
  | { kind: 'tfr'; tfr: number; shape: readonly number[]; srb: number; exposure: Exposure }

/** Persons a period who come on top of the rates, as from housing development. Length n. */
export type Addition = { id: string; timing: Timing } & AgeValues

/** Totals the result has to meet: by sex and age, or one for all. */
export type Control = {
  M?: readonly number[] | undefined
  F?: readonly number[] | undefined
  total?: number | undefined
  mode: 'scale' | 'rake'
}

export type PeriodInputs = {
  from: number
  to: number
  /** Whether one survival ratio serves both sources of the open group, or each has its own. */
  openGroup: 'pooled' | 'split'
  /**
   * Index 0: birth → group 0; i: group i−1 → i; pooled n−1: both → open; split n−1: last closed, n: open →
   * open.
   */
  survival: AgeValues
  migration: Migration
  fertility: Fertility
  additions?: readonly Addition[] | undefined
  control?: Control | undefined
}

export type SourceRef = {
  file?: string | undefined
  table?: string | undefined
  edition?: string | undefined
  accessed?: string | undefined
  licence?: string | undefined
  note?: string | undefined
}

/** Everything a cohort-component projection (コーホート要因法) of one area needs. */
export type ProjectionInputs = {
  schema: 'shirube-projection/1'
  area: Area
  basis: Basis
  /** The day the base population belongs to; the first period starts in its year. */
  baseDate: string
  /** Years from state to state; equals the width of the age groups. */
  step: 1 | 5
  ages: AgeGroups
  base: AgeValues & { unknown?: { M: number; F: number } | undefined }
  periods: readonly PeriodInputs[]
  source?: readonly SourceRef[] | undefined
}
