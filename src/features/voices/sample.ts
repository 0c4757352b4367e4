import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { channels, opinionKinds, requestPaths } from '#src/formats/voice.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { cited } from '#src/platform/ids.ts'
import { ageBands, type Method, methods } from './core/labels.ts'
import { placeForm, placeOf } from './core/place.ts'
import { proposeRedaction } from './core/redaction.ts'
import { firstWordList } from './core/word-list.ts'
import { sampleSessions } from './sample/sessions.ts'
import { changeRule } from './store/commands/analyses.ts'
import { redactOpinion, releaseOpinion } from './store/commands/disclosure.ts'
import { addCode, addIssue, gatherIssue } from './store/commands/frame.ts'
import { confirmGroup } from './store/commands/groups.ts'
import { takeInVoice } from './store/commands/intake.ts'
import { keepPlace } from './store/commands/places.ts'
import { publishVoiceReport } from './store/commands/reports.ts'
import { sortOpinion } from './store/commands/sorting.ts'
import { keepWordList } from './store/commands/word-list.ts'
import { listItemChoices } from './store/queries/plan-items.ts'
import { getOpinion, getSubmission, listHeard, listOpinionsOf } from './store/queries/voices.ts'

const sampleFile = z.object({
  codes: z.array(z.tuple([z.string(), z.string()])),
  /** The rule of a code, and words that are never cut. */
  rules: z.array(z.tuple([z.string(), z.string()])),
  words: z.string(),
  issues: z.array(z.tuple([z.string(), z.string(), z.string(), z.array(z.string())])),
  voices: z.array(
    z.object({
      channel: z.enum(channels),
      requestPath: z.enum(requestPaths).optional(),
      method: z.enum(methods as [Method, ...Method[]]),
      frame: z.enum(['sampled', 'open-call', 'invited', 'staff']),
      session: z.string(),
      district: z.string(),
      ageBand: z.enum(['', ...ageBands]),
      kind: z.enum(opinionKinds),
      code: z.string().nullable(),
      text: z.string(),
      /** District, town and point: where it is about. */
      place: z.tuple([z.string(), z.string(), z.string()]).optional(),
    }),
  ),
})
type SampleVoice = z.infer<typeof sampleFile>['voices'][number]

const day = 24 * 3600 * 1000

/** Some of the invented voices (見本・架空): sorted, part of them masked and released, with three issues. */
export async function sample(context: Context) {
  const { codes, rules, words, issues, voices } = sampleFile.parse(
    JSON.parse(readFileSync(new URL('./sample/voices.json', import.meta.url), 'utf8')),
  )
  const items = await listItemChoices(context)
  const itemNamed = (title: string) =>
    items.find(({ label, isMeasure }) => isMeasure && label.endsWith(title))?.id ?? ''
  const codeIds = new Map<string, string>()
  for (const [label, title] of codes)
    codeIds.set(label, await addCode(context, { label, planItemId: itemNamed(title) }))
  for (const [label, rule] of rules)
    await changeRule(context, { codeId: codeIds.get(label) ?? '', revision: 1, rule })
  await keepWordList(context, { ...firstWordList, words })
  for (const [position, voice] of voices.entries()) await takeIn(context, { voice, position, codeIds })
  await sampleSessions(context, async (submissionId, { kind, code }) => {
    const { consent, channel } = await getSubmission(context, submissionId)
    const isShown = consent !== 'internal' && (channel === 'workshop' || channel === 'briefing')
    await sortFirst(context, submissionId, { kind, code, codeIds, isShown })
  })
  for (const [title, text, item, labels] of issues) {
    const issueId = await addIssue(cited(context, title), { title, text, planItemId: itemNamed(item) })
    for (const label of labels) await gatherIssue(context, { issueId, codeId: codeIds.get(label) ?? '' })
  }
  const publisher = { ...context, actor: { ...context.actor, id: 'sample-publisher' } }
  await publishVoiceReport(publisher, {
    title: 'いただいた声のまとめ（見本・架空）',
    text: '調査、ワークショップ、ヒアリング、要望、説明会でいただいた声を、分野・地区・年代で数えました。声はつくったものです。',
  })
  await confirmSameWording(context, '公園の木を増やして日陰をつくる')
}

type Taking = { voice: SampleVoice; position: number; codeIds: ReadonlyMap<string, string> }

async function takeIn(context: Context, { voice, position, codeIds }: Taking) {
  const { text, session, code, kind, place, ...attributes } = voice
  const receivedOn = tokyoDay(new Date(context.now.getTime() - (60 - (position % 60)) * day))
  const consent = 'anonymous-quote' as const
  const content = { ...attributes, original: text, sessionLabel: session, receivedOn, consent, group: '' }
  const { submissionId } = await takeInVoice(context, { content })
  if (place) await placeFirst(context, submissionId, place)
  await sortFirst(context, submissionId, { kind, code, codeIds, isShown: position % 3 === 0 })
}

async function placeFirst(
  context: Context,
  submissionId: string,
  [placeDistrict, town, point]: NonNullable<SampleVoice['place']>,
) {
  const [opinion] = await listOpinionsOf(context, submissionId)
  const place = placeOf(placeForm.parse({ placeDistrict, town, point }))
  if (opinion) await keepPlace(context, { opinionId: opinion.id, revision: opinion.revision, place })
}

type Sorting = {
  kind: SampleVoice['kind']
  code: string | null
  codeIds: ReadonlyMap<string, string>
  /** Masked by one and released by another. */
  isShown: boolean
}

async function sortFirst(context: Context, submissionId: string, { kind, code, codeIds, isShown }: Sorting) {
  const [opinion] = await listOpinionsOf(context, submissionId)
  if (!opinion) return
  const codeId = codeIds.get(code ?? '')
  const sorting = { opinionId: opinion.id, revision: opinion.revision, kind, kindReason: '', summary: '' }
  await sortOpinion(context, { ...sorting, codeIds: codeId ? [codeId] : [] })
  if (!isShown || kind === 'none') return
  const { revision, verbatim } = await getOpinion(context, opinion.id)
  await redactOpinion(context, { opinionId: opinion.id, revision, redacted: proposeRedaction(verbatim) })
  const another = { ...context, actor: { ...context.actor, id: 'sample-publisher' } }
  await releaseOpinion(another, {
    opinionId: opinion.id,
    revision: revision + 1,
    disclosure: 'public',
    reason: '',
  })
}

async function confirmSameWording(context: Context, words: string) {
  const alike = (await listHeard(context)).filter(({ verbatim }) => verbatim.startsWith(words))
  const opinionIds = alike.map(({ id }) => id)
  await confirmGroup(context, { kind: 'wording', label: words, reason: '文字の並びが同じです。', opinionIds })
}
