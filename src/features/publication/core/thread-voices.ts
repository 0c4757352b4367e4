import { type Decision, decisionKindLabels } from '#src/features/deliberation/core/meetings.ts'
import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import type { ResultRow } from '#src/features/public-comment/core/result.ts'
import { type Channel, channelLabels, frameLabels } from '#src/features/voices/core/labels.ts'
import type { ThreadEntry, ThreadPlace } from './thread.ts'
import { itemOf, ledToFrom, placeOf } from './thread-places.ts'

export type HeardOpinion = {
  itemId: string
  channel: Channel
  frame: keyof typeof frameLabels
  district: string
  released: string
}
export type AnsweredRow = { caseId: string; caseTitle: string; row: ResultRow }
export type DecidedText = Pick<Decision, 'id' | 'meetingId' | 'kind' | 'text' | 'subjects'> & {
  meeting: string
  heldOn: string
}

const bare = { cell: '', n: undefined, asOf: '', stance: undefined, level: undefined, quotes: [], note: '' }
const mostQuotes = 5
const leastOfDistrict = 5

/** What was heard about an item, by the way it came: always how many and how they were collected, never a person. */
export function heardEntries(shown: PublicPlan, heard: readonly HeardOpinion[]): ThreadEntry[] {
  const groups = Map.groupBy(heard, ({ itemId, channel, frame }) => `${itemId} ${channel} ${frame}`)
  return [...groups].flatMap(([key, own]) => {
    const [first] = own
    const about = first && placeOf(shown, first.itemId)
    if (!first || !about) return []
    const quotes = [...new Set(own.map(({ released }) => released).filter(Boolean))].slice(0, mostQuotes)
    return {
      ...bare,
      id: key.replaceAll(' ', '-'),
      kind: 'voice' as const,
      source: {
        key: `voices-${first.channel}`,
        words: channelLabels[first.channel],
        href: '',
        state: 'found' as const,
      },
      n: own.length,
      quotes,
      note: [`集め方：${frameLabels[first.frame]}`, districtWords(own)].filter(Boolean).join('。'),
      outcome: '',
      itemId: itemOf(shown, first.itemId),
      indicatorId: undefined,
      about,
      ledTo: ledToFrom(shown, about),
    }
  })
}

/** Counts by district, only where no district and no rest is so small that it speaks of a few. */
function districtWords(heard: readonly HeardOpinion[]): string {
  const groups = [...Map.groupBy(heard, ({ district }) => district)]
  const large = groups
    .filter(([district, own]) => district !== '' && own.length >= leastOfDistrict)
    .map(([district, own]) => ({ district, count: own.length }))
    .sort((a, b) => b.count - a.count || (a.district < b.district ? -1 : 1))
  const rest = heard.length - large.reduce((sum, { count }) => sum + count, 0)
  if (large.length === 0 || (rest > 0 && rest < leastOfDistrict)) return ''
  const words = large.map(({ district, count }) => `${district}${count}件`)
  return `地区：${[...words, ...(rest > 0 ? [`そのほか${rest}件`] : [])].join('、')}`
}

/** What a public comment asked of an item, what was answered, and the text that was changed for it. */
export function answeredEntries(shown: PublicPlan, answered: readonly AnsweredRow[]): ThreadEntry[] {
  return answered.flatMap(({ caseId, caseTitle, row }) => {
    const linked = row.links.map(({ ref }) => ref)
    const changedAt = row.changes.map(({ ref }) => ref)
    const places = [...linked, row.aboutRef, ...changedAt].flatMap((ref) => placeOf(shown, ref) ?? [])
    const changes = row.changes.flatMap(({ ref, after }): ThreadPlace[] => {
      const changed = placeOf(shown, ref)
      return changed && after !== '' ? [{ kind: 'change', id: ref, words: after, href: changed.href }] : []
    })
    const perItem = new Map(places.map((about) => [itemOf(shown, about.id), about]))
    return [...perItem].map(([itemId, about]) => ({
      ...bare,
      id: `${caseId}-${row.number}-${itemId}`,
      kind: 'comment' as const,
      source: {
        key: caseId,
        words: `${caseTitle} ${row.number}番`,
        href: `/comments/${caseId}/result#no-${row.number}`,
        state: 'found' as const,
      },
      n: row.opinions,
      quotes: row.texts.slice(0, mostQuotes),
      note: row.reply,
      outcome: row.classLabel,
      itemId,
      indicatorId: undefined,
      about,
      ledTo: changesFor(shown, changes, itemId),
    }))
  })
}

/** What was changed in the item itself; all that was changed, where nothing was changed there. */
function changesFor(shown: PublicPlan, changes: readonly ThreadPlace[], itemId: string | undefined) {
  const own = changes.filter(({ id }) => itemOf(shown, id) === itemId)
  return own.length > 0 ? own : [...changes]
}

/** Decisions of meetings that name an item of the plan. */
export function decidedEntries(shown: PublicPlan, decisions: readonly DecidedText[]): ThreadEntry[] {
  return decisions.flatMap(({ id, meetingId, meeting, heldOn, kind, text, subjects }) =>
    subjects.flatMap((subject) => {
      const about = placeOf(shown, subject)
      if (!about) return []
      return {
        ...bare,
        id: `${id}-${subject}`,
        kind: 'meeting-decision' as const,
        source: {
          key: meetingId,
          words: meeting,
          href: `/meetings/${meetingId}#${id}`,
          state: 'found' as const,
        },
        asOf: heldOn,
        quotes: [text],
        outcome: decisionKindLabels[kind],
        itemId: itemOf(shown, subject),
        indicatorId: about.kind === 'indicator' ? subject : undefined,
        about,
        ledTo: ledToFrom(shown, about),
      }
    }),
  )
}

/** Decisions the plan itself keeps: what was dropped or weakened, and why a measure has priority. */
export function ledgerEntries(shown: PublicPlan): ThreadEntry[] {
  const decisions = new Map(shown.plan.decisions.map((decision) => [decision.id, decision]))
  const kept = [
    ...shown.plan.ledger.map(({ id, subjectId, decisionId, reason, from, to }) => ({
      id,
      subjectId,
      decisionId: decisionId ?? '',
      note: reason,
      outcome: `${from}→${to}`,
    })),
    ...shown.measures.flatMap(({ id, priority }) =>
      priority.flagged && priority.decidedBy
        ? {
            id: `${id}-priority`,
            subjectId: id,
            decisionId: priority.decidedBy,
            note: priority.reason,
            outcome: '重点',
          }
        : [],
    ),
  ]
  return kept.flatMap(({ id, subjectId, decisionId, note, outcome }) => {
    const decision = decisions.get(decisionId)
    const about = placeOf(shown, subjectId)
    if (!decision || !about) return []
    return {
      ...bare,
      id,
      kind: 'meeting-decision' as const,
      source: { key: decisionId, words: decision.title, href: '/plan/ledger', state: 'found' as const },
      asOf: decision.date,
      note,
      outcome,
      itemId: itemOf(shown, subjectId),
      indicatorId: about.kind === 'indicator' ? subjectId : undefined,
      about,
      ledTo: ledToFrom(shown, about),
    }
  })
}
