import { z } from 'zod'
import { type GroupReport, proposalReason, wordingReason } from './group-report.ts'
import { cutWith } from './made.ts'

/**
 * What a run of the grouping proposes, by ids and reasons only: words of people stay where their readers
 * are known.
 */
export const groupProposals = z.object({
  wordings: z.array(
    z.object({
      id: z.string(),
      medoidId: z.string(),
      memberIds: z.array(z.string()),
      isFlood: z.boolean(),
      reason: z.string(),
    }),
  ),
  topics: z.array(
    z.object({
      id: z.string(),
      words: z.array(z.string()),
      medoidId: z.string(),
      /** Absent in runs of former versions. */
      extremeIds: z.array(z.string()).default([]),
      members: z.array(z.object({ id: z.string(), because: z.array(z.string()) })),
    }),
  ),
  /** Opinions that share no word with others: a voice alone is never lost in a large group. */
  alone: z.array(z.string()),
  /** Numbers of topics that were tried, with their silhouette. Absent in runs of former versions. */
  choices: z.array(z.object({ topics: z.number(), silhouette: z.number() })).default([]),
  tokeniser: z.string(),
  hash: z.string(),
})
export type GroupProposals = z.infer<typeof groupProposals>

/** A report without the words of people. Pairs that may be one wording are proposed beside those that are. */
export function proposalsOf(report: GroupReport): GroupProposals {
  const members = new Map(report.wordings.map((group) => [group.id, group.members.map(({ id }) => id)]))
  const near = report.proposals.map((proposal) => ({
    id: proposal.groupIds.join('+'),
    medoidId: proposal.groupIds[0],
    memberIds: proposal.groupIds.flatMap((id) => members.get(id) ?? [id]),
    isFlood: false,
    reason: `同じかもしれません。${proposalReason(proposal)}`,
  }))
  return {
    wordings: [
      ...report.wordings.map((group) => ({
        id: group.id,
        medoidId: group.medoidId,
        memberIds: group.members.map(({ id }) => id),
        isFlood: group.isFlood,
        reason: wordingReason(group),
      })),
      ...near,
    ],
    topics: report.topics
      .filter(({ kind, members: own }) => kind === 'topic' && own.length > 1)
      .map(({ id, tellingWords, medoidId, extremeIds, members: own }) => ({
        id,
        medoidId,
        extremeIds,
        words: tellingWords.map(({ word }) => word),
        members: own.map(({ id: opinionId, because }) => ({ id: opinionId, because })),
      })),
    alone: report.topics
      .filter(({ kind }) => kind === 'alone')
      .flatMap(({ members: own }) => own.map(({ id }) => id)),
    choices: report.choices,
    tokeniser: cutWith(report.made),
    hash: report.hash,
  }
}
