import { z } from 'zod'
import { evidenceLevelLabels, stanceLabels } from './labels.ts'

const words = <Labels extends object>(labels: Labels) => Object.keys(labels) as [keyof Labels & string]

/** What a person says of a figure that becomes evidence: for which place of the plan, how it speaks to it, how strong it is. */
export const evidenceForm = {
  from: z.string().min(1, 'どの課題・方向・指標の根拠かを選んでください'),
  stance: z.enum(words(stanceLabels)),
  level: z.coerce
    .number()
    .int()
    .min(0)
    .max(evidenceLevelLabels.length - 1),
}
