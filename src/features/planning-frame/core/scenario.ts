import type { ProjectionInputs } from '#src/lib/demography/projection-inputs.ts'
import type { Assumptions } from './assumptions.ts'

/** Where the figures of a scenario come from, as it is said beside every result. */
export const originLabels = {
  published: '公表された推計から',
  own: '市の推計',
  invented: '見本（架空）',
} as const
export type Origin = keyof typeof originLabels

/** 推計ケース: base inputs and what is assumed on top of them. */
export type Scenario = {
  id: string
  name: string
  note: string
  origin: Origin
  inputs: ProjectionInputs
  assumptions: Assumptions
  /** Of the probabilistic run: kept, so that a printed width can be drawn again. */
  seed: number
  revision: number
  updatedAt: string
}

/** 計画フレーム: the number the plan rests on, with a copy of everything it was computed from. */
export type PlanningFrame = {
  id: string
  scenarioId: string
  scenarioName: string
  origin: Origin
  year: number
  /** Rounded to `roundedTo` persons, as adopted. */
  persons: number
  exactPersons: number
  roundedTo: number
  reason: string
  /** The scenarios that were not chosen, and why. */
  alternatives: string
  /** The meeting that decided, in words; its id where the deliberation room keeps it. */
  meeting: string
  meetingId?: string
  decidedOn: string
  inputs: ProjectionInputs
  assumptions: Assumptions
  seed: number
  inputsHash: string
  adoptedAt: string
}

/** 実績の人口: residents that were counted, by age where the count has it. */
export type ResidentCount = {
  year: number
  persons: number
  /** Five-year groups up to 90歳以上, unknown ages distributed. */
  ages?: { M: number[]; F: number[] }
  source: string
}

/** Draws of every probabilistic run of this room. */
export const usualDraws = 1000
export const largestSeed = 2_147_483_647
