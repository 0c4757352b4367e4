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
  /** Engine and seed. Absent in runs of former versions. */
  engine: z.string().default(''),
  seed: z.string().default(''),
})
export type GroupProposals = z.infer<typeof groupProposals>

/** 代表の声: the opinion in the middle of a topic and those that differ most, and with what they were found. */
export const representativeVoices = z.object({
  middleId: z.string(),
  edgeIds: z.array(z.string()),
  madeWith: z.string(),
})
export type RepresentativeVoices = z.infer<typeof representativeVoices>

/** What stays with a topic a person confirms, of the opinions she chose; undefined when the topic is not of this run. */
export function representativesOf(
  proposals: GroupProposals,
  groupId: string,
  chosen: readonly string[],
): RepresentativeVoices | undefined {
  const topic = proposals.topics.find(({ id }) => id === groupId)
  if (!topic) return undefined
  const { engine, tokeniser, seed, hash } = proposals
  const made = [engine, tokeniser, ...(seed ? [`種 ${seed}`] : []), `照合のための値 ${hash.slice(0, 23)}`]
  return {
    middleId: chosen.includes(topic.medoidId) ? topic.medoidId : '',
    edgeIds: topic.extremeIds.filter((id) => chosen.includes(id)),
    madeWith: made.filter(Boolean).join('、'),
  }
}

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
    engine: report.made.engine,
    seed: report.made.seed,
  }
}
