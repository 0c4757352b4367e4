import type { Kysely } from 'kysely'
import type { Context } from '#src/platform/context.ts'
import type { Origin } from '../core/scenario.ts'

/** 推計ケース. `inputs` is ProjectionInputs, `assumptions` what is changed in them, both JSON. */
type ScenarioRow = {
  id: string
  name: string
  note: string
  origin: Origin
  inputs: string
  assumptions: string
  seed: number
  order: number
  revision: number
  updatedAt: string
}

/** 実績の人口, one row a year. `ages` is JSON, absent where only the total is known. */
type CountRow = { year: number; persons: number; ages: string | null; source: string }

/** 計画フレーム: every adoption that ever was, with a copy of what it was computed from. */
type FrameRow = {
  id: string
  scenarioId: string
  scenarioName: string
  origin: Origin
  year: number
  persons: number
  exactPersons: number
  roundedTo: number
  reason: string
  alternatives: string
  meeting: string
  decidedOn: string
  meetingId: string | null
  inputs: string
  assumptions: string
  seed: number
  inputsHash: string
  adoptedAt: string
  withdrawnAt: string | null
}

/** 地区の人口: one row, the whole set as JSON; it is pasted and replaced as a whole. */
type DistrictRow = { id: string; content: string; updatedAt: string }

export type FrameTables = {
  frameDistricts: DistrictRow

  frameScenarios: ScenarioRow
  frameCounts: CountRow
  adoptedFrames: FrameRow
}

export const tables = (context: Context): Kysely<FrameTables> => context.db
