import { unitNameOn } from '#src/features/organization/core/succession.ts'
import { getMunicipality, listUnits } from '#src/features/organization/store/queries.ts'
import { lintDocument } from '#src/features/plan/core/export/lint-document.ts'
import { lintNow } from '#src/features/plan/store/queries/lint.ts'
import { findPrimaryPlan, getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { getVersion, getVersionDocument, listVersions } from '#src/features/plan/store/queries/versions.ts'
import { planBook } from '#src/features/publication/core/book-content.ts'
import { bookDocument } from '#src/features/publication/core/book-document.ts'
import { answersDocument } from '#src/features/request-sheets/core/answers-document.ts'
import { hasApprovedAnswers } from '#src/features/request-sheets/core/sheets.ts'
import { roundPaperDocument } from '#src/features/request-sheets/core/views/round-paper.ts'
import { getRound, listRounds, listSheets } from '#src/features/request-sheets/store/queries.ts'
import { listReferences } from '#src/features/request-sheets/store/queries-references.ts'
import { getPaperGround } from '#src/features/request-sheets/store/queries-views.ts'
import { publishedDocument } from '#src/features/surveys/core/results/published-document.ts'
import { findPublication, listPublicSurveys } from '#src/features/surveys/store/queries.ts'
import type { TextDocument } from '#src/lib/document/text-document.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { documentPdf } from '#src/platform/pdf/document-pdf.ts'
import type { Choice } from '#src/ui/field.tsx'
import type { Body } from '../../core/bodies.ts'
import { type PaperSource, type SourceKind, sourceKindLabels } from '../../core/papers.ts'
import { todayOf } from '../../store/queries.ts'

/** What of the other rooms can be laid as a paper, for whoever may read it there. */
type Maker = {
  list: (context: Context) => Promise<{ id: string; label: string }[]>
  make: (context: Context, id: string, place: PaperPlace) => Promise<TextDocument>
}

/** Where a paper is laid: its number and day are printed on papers that carry them. */
export type PaperPlace = { number: string; body: Pick<Body, 'id' | 'name' | 'kind'>; heldOn: string }

const makers: Readonly<Record<SourceKind, Maker>> = {
  version: {
    async list(context) {
      const plan = await findPrimaryPlan(context)
      return plan ? listVersions(context, plan.id) : []
    },
    async make(context, id) {
      const { frozenAt } = await getVersion(context, id)
      const options = { date: tokyoDay(new Date(frozenAt)) }
      return bookDocument(planBook(await getVersionDocument(context, id), options))
    },
  },
  lint: {
    async list(context) {
      const plan = await findPrimaryPlan(context)
      return plan ? [{ id: plan.id, label: `${plan.title}（今日の点検）` }] : []
    },
    async make(context, id) {
      const plan = await getPlanDocument(context, id)
      const report = await lintNow(context, plan)
      return lintDocument({
        plan,
        report,
        today: todayOf(context),
        city: (await getMunicipality(context)).name,
      })
    },
  },
  survey: {
    async list(context) {
      const published = (await listPublicSurveys(context)).filter(({ publishedAt }) => publishedAt)
      return published.map(({ id, title }) => ({ id, label: title }))
    },
    async make(context, id) {
      const { name: city, isSample: isInvented } = await getMunicipality(context)
      const publication = found(await findPublication(context, id), '公表した結果')
      return publishedDocument({ publication, city, isInvented, date: todayOf(context) })
    },
  },
  sheets: {
    list: answeredRounds,
    async make(context, id) {
      const [round, today] = [await getRound(context, id), todayOf(context)]
      const [units, { name: city, isSample: isInvented }] = [
        await listUnits(context),
        await getMunicipality(context),
      ]
      const sheets = (await listSheets(context, { roundId: id })).filter(hasApprovedAnswers)
      const references = await listReferences(context, round.fields)
      const unitName = (unitId: string) => unitNameOn(units, unitId, today) ?? ''
      return answersDocument({ round, sheets, references, unitName, city, isInvented, today })
    },
  },
  'round-paper': {
    list: answeredRounds,
    async make(context, id, { number, body, heldOn }) {
      const isOfField = body.kind === 'subcommittee'
      const subcommitteeId = isOfField ? body.id : undefined
      const ground = await getPaperGround(context, { roundId: id, subcommitteeId })
      const { name: city, isSample: isInvented } = await getMunicipality(context)
      const paper = { ground, number, bodyName: body.name, isOfField, datedOn: heldOn, city, isInvented }
      return roundPaperDocument(paper)
    },
  },
}

/** The rounds of sheets in which a head has approved an answer. */
async function answeredRounds(context: Context) {
  const answered = new Set(
    (await listSheets(context)).filter(hasApprovedAnswers).map(({ roundId }) => roundId),
  )
  const rounds = (await listRounds(context)).filter(({ id }) => answered.has(id))
  return rounds.map(({ id, title }) => ({ id, label: title }))
}

const kinds = Object.keys(makers) as SourceKind[]

/** The records a paper can be made from, each under the room it comes from. */
export async function listPaperSources(context: Context): Promise<Choice[]> {
  const choices: Choice[] = []
  for (const kind of kinds)
    for (const { id, label } of await makers[kind].list(context))
      choices.push({ value: `${kind}:${id}`, label: `${sourceKindLabels[kind]}：${label}` })
  return choices
}

export type MadePaper = { bytes: Uint8Array; name: string; contentType: string; source: PaperSource }

/** The record as it stands now, as a PDF that no longer changes with it. What cannot be chosen is not found. */
export async function makeLivePaper(context: Context, chosen: string, place: PaperPlace): Promise<MadePaper> {
  const kind = found(
    kinds.find((one) => chosen.startsWith(`${one}:`)),
    '記録',
  )
  const record = found(
    (await makers[kind].list(context)).find(({ id }) => chosen === `${kind}:${id}`),
    '記録',
  )
  const { pdf } = await documentPdf(await makers[kind].make(context, record.id, place))
  const source = { kind, id: record.id, label: record.label, madeAt: context.now.toISOString() }
  const name = `${record.label.replaceAll(/[\\/:*?"<>|]/g, '_')}.pdf`
  return { bytes: pdf, name, contentType: 'application/pdf', source }
}
