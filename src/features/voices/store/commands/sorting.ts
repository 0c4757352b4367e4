import { searchForm } from '#src/lib/japanese/search-form.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal, refuseIfStale } from '#src/platform/errors.ts'
import type { OpinionKind } from '../../core/labels.ts'
import { permissions } from '../../core/permissions.ts'
import { joinSpans, type LetterSpan, splitSpan } from '../../core/spans.ts'
import { type Opinion, sortingProblems } from '../../core/submission.ts'
import { keepHistory } from '../history.ts'
import { listCodes } from '../queries/sorting.ts'
import { getOpinion, getSubmission, listOpinionsOf } from '../queries/voices.ts'
import { tables } from '../tables.ts'
import { insertOpinion } from './intake.ts'

/** What falls when the words of an opinion change: it was masked and released for other words. */
export const undecided = {
  redacted: null,
  redactedBy: null,
  disclosure: 'undecided',
  disclosureReason: '',
  releasedBy: null,
  wordingId: null,
  topicId: null,
} as const

type Split = { opinionId: string; revision: number; starts: readonly number[] }

/**
 * Splits an opinion before the given places of the letter (意見を分ける). No word is lost; the first part keeps
 * its id.
 */
export const splitOpinion = command(
  permissions,
  'sort-voices',
  async (context, { opinionId, revision, starts }: Split) => {
    const opinion = await getOpinion(context, opinionId)
    refuseIfStale(opinion, revision)
    const { original } = await getWords(context, opinion.submissionId)
    const [first, ...others] = splitSpan(original, opinion, starts)
    if (!first || others.length === 0) throw new Refusal('conflict', '分けるところを、1つ以上選んでください')
    await keepHistory(context, {
      submissionId: opinion.submissionId,
      opinionId,
      what: `${others.length + 1}件に分けました`,
      before: opinion.verbatim,
    })
    await writeSpan(context, opinion, { original, span: first })
    for (const span of others) {
      const { submissionId, aboutRef, kind } = opinion
      const verbatim = original.slice(span.start, span.end)
      await insertOpinion(context, {
        submissionId,
        number: 0,
        ...span,
        verbatim,
        kind: kind === 'none' ? 'opinion' : kind,
        aboutRef,
      })
    }
    await numberAnew(context, opinion.submissionId)
  },
)

/** Joins opinions of one submission into the first of them (意見をまとめる), with what lies between. */
export const joinOpinions = command(
  permissions,
  'sort-voices',
  async (context, { submissionId, opinionIds }: { submissionId: string; opinionIds: readonly string[] }) => {
    const { original } = await getWords(context, submissionId)
    const chosen = (await listOpinionsOf(context, submissionId)).filter(({ id }) => opinionIds.includes(id))
    const [first, ...others] = chosen
    if (!first || others.length === 0) throw new Refusal('conflict', 'まとめる意見を、2つ以上選んでください')
    for (const opinion of chosen) {
      await keepHistory(context, {
        submissionId,
        opinionId: opinion.id,
        what: `${chosen.length}件をまとめました`,
        before: opinion.verbatim,
      })
    }
    await writeSpan(context, first, { original, span: joinSpans(chosen) })
    for (const { id } of others) {
      await tables(context)
        .updateTable('voiceOpinions')
        .set({ endedAt: context.now.toISOString(), endedInto: first.id })
        .where('id', '=', id)
        .execute()
    }
    await numberAnew(context, submissionId)
    context.trail.objects.push(...chosen.map(({ id }) => id))
  },
)

/** The letter, where its words are still kept. */
async function getWords(context: Context, submissionId: string) {
  const submission = await getSubmission(context, submissionId)
  if (submission.textPurgedAt) throw new Refusal('conflict', '保存の期限が過ぎて、文は廃棄されています')
  return submission
}

async function writeSpan(
  context: Context,
  { id, revision }: Opinion,
  { original, span }: { original: string; span: LetterSpan },
) {
  const verbatim = original.slice(span.start, span.end)
  await tables(context)
    .updateTable('voiceOpinions')
    .set({
      ...span,
      ...undecided,
      verbatim,
      searchForm: searchForm(verbatim).form,
      summary: '',
      revision: revision + 1,
    })
    .where('id', '=', id)
    .execute()
}

/** Opinions are numbered as they stand in the letter. */
async function numberAnew(context: Context, submissionId: string) {
  const opinions = (await listOpinionsOf(context, submissionId)).sort(
    (a, b) => a.start - b.start || a.end - b.end,
  )
  for (const [position, { id }] of opinions.entries()) {
    await tables(context)
      .updateTable('voiceOpinions')
      .set({ number: position + 1 })
      .where('id', '=', id)
      .execute()
  }
}

type Sorting = {
  opinionId: string
  revision: number
  kind: OpinionKind
  kindReason: string
  summary: string
  codeIds: readonly string[]
}

/** Sorts an opinion: its kind, a summary beside the verbatim, and its codes (分類). */
export const sortOpinion = command(
  permissions,
  'sort-voices',
  async (context, { opinionId, revision, codeIds, ...sorting }: Sorting) => {
    const opinion = await getOpinion(context, opinionId)
    refuseIfStale(opinion, revision)
    const [problem] = Object.values(sortingProblems(sorting))
    if (problem) throw new Refusal('conflict', problem)
    const known = await listCodes(context)
    const codes = codeIds.map((codeId) =>
      found(
        known.find(({ id }) => id === codeId),
        '分類',
      ),
    )
    await keepHistory(context, {
      submissionId: opinion.submissionId,
      opinionId,
      what: '分類しました',
      before: opinion.summary,
    })
    const isNewSummary = opinion.summary !== sorting.summary && opinion.disclosure === 'summary-only'
    await tables(context)
      .updateTable('voiceOpinions')
      .set({
        ...sorting,
        ...(isNewSummary ? { disclosure: 'undecided', releasedBy: null } : {}),
        revision: revision + 1,
      })
      .where('id', '=', opinionId)
      .execute()
    await tables(context).deleteFrom('voiceGivenCodes').where('opinionId', '=', opinionId).execute()
    const at = context.now.toISOString()
    for (const { id } of codes) {
      await tables(context)
        .insertInto('voiceGivenCodes')
        .values({ opinionId, codeId: id, coder: context.actor.id, at })
        .execute()
    }
  },
)
