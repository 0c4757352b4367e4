import { type Voice, type VoiceFile, voiceFormat } from '#src/formats/voice.ts'
import type { ForcedWord } from '#src/lib/text/forced-words.ts'
import { coarsenPlaces, type OpinionPlace } from './place.ts'
import type { Retention } from './retention.ts'
import { retentionDay } from './retention.ts'
import type { Opinion, Submission } from './submission.ts'

/** For whom a file of voices is: the office that holds them, or everybody. */
export const audiences = ['office', 'public'] as const
export type Audience = (typeof audiences)[number]

export type GivenCode = { opinionId: string; codeId: string; coder: string; at: string }
type NoteOfVoice = NonNullable<Voice['opinions'][number]['card']> & { question: string }

/** Everything the store holds of voices, as a file of them is made from. */
export type VoiceStore = {
  municipality: { code: string; name: string; isSample: boolean }
  madeOn: string
  submissions: readonly Submission[]
  /** As they stand; what was joined into another is not among them. */
  opinions: readonly Opinion[]
  codes: readonly { id: string; label: string; planItemId: string; rule: string }[]
  given: readonly GivenCode[]
  /** By the id of the submission: the card or remark it was taken over from. */
  notes: ReadonlyMap<string, NoteOfVoice>
  retention: readonly Retention[]
  /** Words that are never cut; for everybody without those of a plan or a session that is not public yet. */
  keptWords: Readonly<Record<Audience, readonly ForcedWord[]>>
  /** By the id of the opinion: where it is about. */
  places: ReadonlyMap<string, OpinionPlace>
}

/**
 * The voices as `shirube-voice/1`.
 *
 * For the office: word by word, without contact data. For everybody: only what one person masked and another released,
 * in the masked words; no letter, receipt number, person, coder or group, and a district or an age band only where at
 * least five submissions of the file share it, a place never as a point. Withdrawn voices have no words, and are not in the public file.
 */
export function voiceFileOf(store: VoiceStore, audience: Audience): VoiceFile {
  const { municipality, madeOn, codes } = store
  const shared = {
    store,
    audience,
    wordings: smallestOfWordings(store, audience),
    opinions: Map.groupBy(store.opinions, ({ submissionId }) => submissionId),
    given: Map.groupBy(store.given, ({ opinionId }) => opinionId),
  }
  const voices = store.submissions
    .map((submission) => voiceOf({ submission, ...shared }))
    .filter(({ opinions }) => audience === 'office' || opinions.length > 0)
  return {
    schema: voiceFormat,
    municipalityCode: municipality.code,
    municipalityName: municipality.name,
    isInvented: municipality.isSample,
    madeOn,
    codes: codes.map(({ label, rule }) => ({ code: label, label, rule })),
    forcedWords: [...store.keptWords[audience]],
    voices: audience === 'public' ? coarsenPlaces(withoutSmallBands(voices)) : voices,
  }
}

const isReleased = ({ releasedBy, disclosure }: Opinion) =>
  releasedBy !== undefined && (disclosure === 'public' || disclosure === 'summary-only')

/** The smallest id of each group of the same wording, among the opinions of the file. */
function smallestOfWordings({ opinions }: VoiceStore, audience: Audience): Map<string, string> {
  const smallest = new Map<string, string>()
  for (const opinion of opinions) {
    if (!opinion.wordingId || (audience === 'public' && !isReleased(opinion))) continue
    const known = smallest.get(opinion.wordingId)
    if (known === undefined || opinion.id < known) smallest.set(opinion.wordingId, opinion.id)
  }
  return smallest
}

type One = {
  submission: Submission
  store: VoiceStore
  audience: Audience
  wordings: ReadonlyMap<string, string>
  opinions: ReadonlyMap<string, readonly Opinion[]>
  given: ReadonlyMap<string, readonly GivenCode[]>
}

function voiceOf(one: One): Voice {
  const { submission, store, audience } = one
  const isForOffice = audience === 'office'
  const isWithdrawn = submission.withdrawnAt !== undefined
  const opinions = (one.opinions.get(submission.id) ?? []).filter(
    (opinion) => !isWithdrawn && (isForOffice || isReleased(opinion)),
  )
  const years = store.retention.find(({ channel }) => channel === submission.channel)?.years
  const isSorted = opinions.some(({ id }) => one.given.has(id))
  return {
    id: submission.id,
    receiptNumber: isForOffice ? submission.receiptNumber : null,
    channel: submission.channel,
    ...(isForOffice && submission.requestPath ? { requestPath: submission.requestPath } : {}),
    sessionRef: submission.sessionRef,
    receivedOn: submission.receivedOn,
    method: submission.method,
    language: 'ja',
    original: isForOffice && !isWithdrawn ? submission.original : '',
    attachments: [],
    transcribedBy: null,
    submitterRef: isForOffice ? (submission.personId ?? null) : null,
    district: submission.district,
    ageBand: submission.ageBand,
    group: isForOffice ? submission.group : '',
    frame: submission.frame,
    consent: submission.consent,
    retentionUntil: isForOffice && years ? retentionDay(submission.receivedOn, years) : null,
    state: isWithdrawn ? 'withdrawn' : !isForOffice ? 'published' : isSorted ? 'classified' : 'received',
    opinions: opinions.map((opinion) => opinionOf(opinion, one)),
  }
}

function opinionOf(
  opinion: Opinion,
  { submission, store, audience, wordings, given }: One,
): Voice['opinions'][number] {
  const isForOffice = audience === 'office'
  const { start, end, verbatim, redacted, disclosure } = opinion
  const shown = disclosure === 'public' ? (redacted ?? '') : ''
  const isInLetter = submission.original.slice(start, end) === verbatim && end > start
  const codes = (given.get(opinion.id) ?? []).flatMap(({ codeId, coder, at }) => {
    const code = store.codes.find(({ id }) => id === codeId)
    return code ? [{ code, coder, at }] : []
  })
  const { question = '', ...card } = store.notes.get(submission.id) ?? {}
  const refs = [opinion.aboutRef, ...codes.map(({ code }) => code.planItemId)].filter(Boolean)
  return {
    id: opinion.id,
    number: opinion.number,
    verbatim: isForOffice ? verbatim : shown,
    span: isForOffice && isInLetter ? { start, end } : null,
    summary: opinion.summary,
    kind: opinion.kind,
    kindReason: isForOffice ? opinion.kindReason : '',
    question,
    ...('table' in card ? { card } : {}),
    codes: codes.map(({ code, coder, at }) => ({
      code: code.label,
      coder: isForOffice && isId(coder) ? coder : 'office',
      ...(isForOffice ? { on: at.slice(0, 10) } : {}),
    })),
    planLinks: [...new Set(refs)].map((ref) => ({ ref, reason: '', before: '', after: '' })),
    ...formatPlace(store.places.get(opinion.id)),
    sameWordingAs: (opinion.wordingId && wordings.get(opinion.wordingId)) ?? null,
    replyId: null,
    disclosure,
    redacted: isForOffice ? (redacted ?? null) : disclosure === 'public' ? shown : null,
    history: [],
  }
}

function formatPlace(place: OpinionPlace | undefined): Pick<Voice['opinions'][number], 'place'> {
  if (!place) return {}
  const { district, town, latitude, longitude } = place
  const point: { point?: [number, number] } =
    latitude !== undefined && longitude !== undefined ? { point: [longitude, latitude] } : {}
  return { place: { district, town, ...point } }
}

const isId = (word: string) => /^[a-z]{2}_[0-9a-hjkmnp-tv-z]{10}$/.test(word)

/** With a sentence, fewer people than this of one district and age could be recognised. */
const least = 5

/** District and age together where five submissions share them, else the district alone, else neither. */
function withoutSmallBands(voices: readonly Voice[]): Voice[] {
  const both = countsOf(voices, ({ district, ageBand }) => `${district}\n${ageBand}`)
  const alone = countsOf(voices, ({ district }) => district)
  return voices.map((voice) => {
    const { district, ageBand } = voice
    if ((both.get(`${district}\n${ageBand}`) ?? 0) >= least) return voice
    return { ...voice, ageBand: '', district: (alone.get(district) ?? 0) >= least ? district : '' }
  })
}

function countsOf(voices: readonly Voice[], keyOf: (voice: Voice) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const voice of voices) counts.set(keyOf(voice), (counts.get(keyOf(voice)) ?? 0) + 1)
  return counts
}
