import type { Stage } from '#src/formats/plan-document.ts'
import type { Finding, Gate } from './lint/finding.ts'
import { blockingAt, type LintReport } from './lint/lint-plan.ts'

/** What a version is made for: the gates a stage may be frozen through, the first as default (plan.md §10). */
const gatesOf: Record<Stage, readonly Gate[]> = {
  'outline-draft': ['G1'],
  'preliminary-draft': ['G2', 'G3'],
  draft: ['G3', 'G4'],
  adopted: ['G4'],
  revised: ['G4', 'G5'],
}

export const gateLabels: Record<Gate, string> = {
  G1: 'G1 骨子案として示す',
  G2: 'G2 素案として審議会・議会に示す',
  G3: 'G3 パブリックコメントにかける',
  G4: 'G4 答申・議決・決定を受ける',
  G5: 'G5 年次報告として公表する',
}

export const mayPass = (stage: Stage, gate: Gate) => gatesOf[stage].includes(gate)

/** Stages that somebody outside the secretariat has decided: their version names the decision. */
export const needsDecision = (stage: Stage) => stage === 'adopted' || stage === 'revised'

/** Every way to freeze: stage and gate as one choice, in the order of the process. */
export const freezings = (Object.keys(gatesOf) as Stage[]).flatMap((stage) =>
  gatesOf[stage].map((gate) => ({ stage, gate })),
)

/** What stands between the plan and each gate. */
export function gateStates(report: LintReport): { gate: Gate; blocking: Finding[] }[] {
  return (['G1', 'G2', 'G3', 'G4', 'G5'] as const).map((gate) => ({
    gate,
    blocking: blockingAt(report, gate),
  }))
}
