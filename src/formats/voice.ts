import { z } from 'zod'
import { day, id, paragraphId, words } from './id.ts'

export const voiceFormat = 'shirube-voice/1'

/** 経路 */
export const channels = [
  'survey',
  'outside',
  'workshop',
  'hearing',
  'interview',
  'request',
  'briefing',
  'comment',
  'staff',
] as const

/** 種別 */
export const opinionKinds = ['opinion', 'request', 'question', 'praise', 'none', 'offtopic'] as const

/** 対応区分: a city's own classes each map to one of these. */
export const dispositions = [
  'adopted',
  'partly-adopted',
  'already-covered',
  'for-reference',
  'not-adopted',
  'corrected',
  'out-of-scope',
] as const

/** A letter as it came: longer than what is written in the system. */
const letter = z
  .string()
  .max(200_000, '20万字までです')
  .refine(
    (text) => text.isWellFormed() && !text.includes('\u0000'),
    '文字として読めないもの（NUL、半端なサロゲート）が含まれています',
  )

/** What a plan item or paragraph became because of an opinion, or why nothing changed (対応). */
const planLink = z.strictObject({
  ref: z.union([paragraphId, id]),
  disposition: z.enum(dispositions).optional(),
  reason: words.default(''),
  /** 修正前・修正後 */
  before: words.default(''),
  after: words.default(''),
  approvedBy: id.optional(),
  approvedOn: day.optional(),
})

/** 分類: a code given by a person (`coder` is an id, or `office` where it is not said who) or by a rule, which a person confirmed. */
const givenCode = z.strictObject({
  code: words,
  coder: z.union([id, z.literal(['rule', 'office'])]),
  on: day.optional(),
  /** 0–1, as the coder said. */
  confidence: z.number().min(0).max(1).optional(),
})

/** Ways by which a request (要望) comes to the city. */
export const requestPaths = ['ward', 'mayor-mail', 'assembly', 'organization', 'talk', 'other'] as const

/** A card of a workshop (付箋): where it lay, and what the table made of it. */
const card = z.strictObject({
  table: words,
  round: z.int().min(1).optional(),
  number: z.int().min(1).optional(),
  heading: words.default(''),
  votes: z.int().min(0).default(0),
})

/** 意見: one point a voice makes. */
const opinion = z.strictObject({
  id,
  number: z.int().min(1),
  verbatim: letter,
  /**
   * Where the verbatim stands in `original` (UTF-16 units, end excluded); null where there is no text to
   * point at.
   */
  span: z
    .strictObject({ start: z.int().min(0), end: z.int().min(0) })
    .nullable()
    .default(null),
  /** 要約, beside the verbatim and never instead of it. */
  summary: words.default(''),
  kind: z.enum(opinionKinds),
  /** Why it is out of scope (対象外の理由). */
  kindReason: words.default(''),
  stance: z.enum(['for', 'against', 'conditional', 'unknown']).optional(),
  /** What was asked (質問項目). */
  question: words.default(''),
  card: card.optional(),
  codes: z.array(givenCode).default([]),
  planLinks: z.array(planLink).default([]),
  place: z
    .strictObject({
      district: words.default(''),
      town: words.default(''),
      /** Longitude and latitude in degrees (JGD2011). */
      point: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).optional(),
    })
    .optional(),
  /** The smallest id of its group of the same wording (同文の組), as a person confirmed it. */
  sameWordingAs: id.nullable().default(null),
  replyId: id.nullable().default(null),
  /** 公開の可否 */
  disclosure: z.enum(['undecided', 'public', 'summary-only', 'internal', 'withheld']).default('undecided'),
  /** 墨消し済みの文: what may be shown; null when not redacted. */
  redacted: letter.nullable().default(null),
  history: z
    .array(z.strictObject({ on: day, by: id.optional(), what: words, before: words.default('') }))
    .default([]),
})

/** 市民の声: what one person or group handed in or said at once (提出), with the opinions in it. */
export const voice = z
  .strictObject({
    id,
    /** 受付番号, 9 random characters and a check character of 31: `7K3Q-9XM4-T7`. */
    receiptNumber: z
      .string()
      .regex(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{2}$/, '受付番号の形ではありません')
      .nullable()
      .default(null),
    channel: z.enum(channels),
    /** 要望の経路: by which way a request came, where somebody said so. */
    requestPath: z.enum(requestPaths).optional(),
    /** Register address of the question, session or case: `sv_…#q12`, `ho_…`, `cc_…`. */
    sessionRef: words.default(''),
    receivedOn: day.nullable().default(null),
    method: z.enum(['counter', 'post', 'fax', 'mail', 'online', 'form', 'spoken', 'card']),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, '言語は ja の形で書いてください')
      .default('ja'),
    /** The text as it came, never changed; empty where the original is a scan or a recording. */
    original: letter.default(''),
    attachments: z
      .array(z.strictObject({ fileId: id, kind: z.enum(['scan', 'recording', 'attachment']) }))
      .default([]),
    transcribedBy: id.nullable().default(null),
    /** Key into the store of persons; null when nobody is named, and always for surveys. */
    submitterRef: id.nullable().default(null),
    district: words.default(''),
    ageBand: words.default(''),
    group: words.default(''),
    /** How the person came to speak (集め方): numbers of an open call are not those of a sample. */
    frame: z.enum(['sampled', 'open-call', 'invited', 'staff']),
    consent: z.enum(['public', 'anonymous-quote', 'internal']),
    retentionUntil: day.nullable().default(null),
    state: z
      .enum(['received', 'classified', 'in-review', 'decided', 'published', 'withdrawn'])
      .default('received'),
    opinions: z.array(opinion).default([]),
  })
  .refine(({ channel, submitterRef }) => submitterRef === null || !namelessChannels.has(channel), {
    path: ['submitterRef'],
    message: 'アンケートの自由意見は、提出者と結び付けられません',
  })

const namelessChannels: ReadonlySet<string> = new Set(['survey', 'outside'])

/** Voices in one file: for exchange between installations, for grouping, and as open data after redaction. */
export const voiceFile = z
  .strictObject({
    schema: z.literal(voiceFormat),
    /** 全国地方公共団体コード, 6 digits */
    municipalityCode: z.string().regex(/^\d{6}$/, '全国地方公共団体コードは6けたの数字です'),
    municipalityName: words.default(''),
    /** Content made up for showing the system; every face of it says 見本（架空）. */
    isInvented: z.boolean().default(false),
    madeOn: day.nullable().default(null),
    /** The coding frame (分類の枠組み) with the rule of each code, as `lib/text/rules` reads it. */
    codes: z.array(z.strictObject({ code: words, label: words, rule: words.default('') })).default([]),
    /** Words that are never cut (強制抽出語) with the word each is counted as. */
    forcedWords: z.array(z.strictObject({ word: words, base: words })).default([]),
    voices: z.array(voice).default([]),
  })
  .superRefine(({ voices }, { addIssue }) => {
    const seen = new Set<string>()
    for (const [at, { id: voiceId, opinions }] of voices.entries()) {
      for (const one of [voiceId, ...opinions.map((opinion) => opinion.id)]) {
        if (seen.has(one))
          addIssue({ code: 'custom', path: ['voices', at], message: `id ${one} が2つあります` })
        seen.add(one)
      }
    }
  })

export type Voice = z.infer<typeof voice>
export type Opinion = Voice['opinions'][number]
export type VoiceFile = z.infer<typeof voiceFile>

/**
 * Opinions whose verbatim is no longer what stands at their place of the original: a correction nobody
 * carried over.
 */
export const driftedOpinions = ({ original, opinions }: Voice): Opinion[] =>
  opinions.filter(({ span, verbatim }) => span !== null && original.slice(span.start, span.end) !== verbatim)
