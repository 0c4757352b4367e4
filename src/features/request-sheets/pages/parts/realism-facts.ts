import { findMunicipality } from '#src/features/organization/store/queries.ts'
import { findPrimaryPlan, getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { findAdoptedFrame, listCounts } from '#src/features/planning-frame/store/queries.ts'
import { compareCities } from '#src/features/statistics/core/compare-cities.ts'
import { comparedItems } from '#src/features/statistics/core/compared-items.ts'
import { listAreas } from '#src/features/statistics/store/city-queries.ts'
import { getComparison } from '#src/features/statistics/store/comparison-queries.ts'
import { permissions as surveyPermissions } from '#src/features/surveys/core/permissions.ts'
import { listSurveys, listTallies } from '#src/features/surveys/store/queries.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import type { Answers } from '../../core/fields.ts'
import { indicatorsOf } from '../../core/measure-facts.ts'
import { sheetFindings } from '../../core/realism/sheet-findings.ts'
import { type FrameFacts, type Peers, targetCase } from '../../core/realism/target-case.ts'
import { targetRealism } from '../../core/realism/target-realism.ts'
import type { RequestRound, RequestSheet } from '../../core/sheets.ts'

type Asked = { sheet: RequestSheet; round: RequestRound; answers: Answers; peersId: string }

/** What the panels of several sheets are made of; each fact is asked for when the first one needs it, and once. */
export async function getRealismGround(context: Context) {
  const summary = await findPrimaryPlan(context)
  return (
    summary && {
      plan: await getPlanDocument(context, summary.id),
      frame: remembered(() => frameNow(context)),
      peers: remembered((comparedId) => peersNow(context, comparedId)),
      survey: remembered((surveyId) => surveyNow(context, surveyId)),
    }
  )
}
type Ground = Awaited<ReturnType<typeof getRealismGround>>

function remembered<Found>(find: (id: string) => Promise<Found>) {
  const known = new Map<string, Promise<Found>>()
  return (id: string) => {
    const found = known.get(id) ?? find(id)
    known.set(id, found)
    return found
  }
}

/** The panel beside the target of a sheet, from what the other rooms hold; undefined where no target is asked. */
export async function realismOf(ground: Ground, { sheet, round, answers, peersId }: Asked) {
  if (!ground) return undefined
  const { plan } = ground
  const [indicator] = indicatorsOf(plan, sheet.subjectId ?? '')
  const given = { fields: round.fields, answers, indicator, defaultYear: plan.period.fiscalYears[1] }
  const bare = targetCase(given)
  if (!bare) return undefined
  const survey = bare.survey && (await surveyOf(ground, indicator))
  const chosenId = peersId || peersOf(indicator)
  const peers = chosenId ? await ground.peers(chosenId) : undefined
  const frame = await ground.frame('')
  const target = {
    ...bare,
    ...(survey ? { survey } : {}),
    ...(peers ? { peers } : {}),
    ...(frame ? { frame } : {}),
    related: relatedOf(plan, indicator),
  }
  const findings = sheetFindings({ plan, measureId: sheet.subjectId, fields: round.fields, answers })
  return { ...targetRealism(target), findings, peersId: chosenId ?? '' }
}
export type Realism = NonNullable<Awaited<ReturnType<typeof realismOf>>>

/** How many answered: as the evidence of the indicator says, or the survey its source names. */
async function surveyOf({ plan, survey }: NonNullable<Ground>, indicator: Indicator | undefined) {
  const evidence = plan.evidence.find(({ from, to }) => from === indicator?.id && to.n !== undefined)
  if (evidence?.to.n !== undefined) return { answers: evidence.to.n }
  const surveyId = /sv_[0-9a-z]{10}/.exec(indicator?.source.ref ?? '')?.[0]
  return surveyId ? survey(surveyId) : {}
}

async function surveyNow(context: Context, surveyId: string): Promise<{ answers?: number }> {
  if (!mayDo(context.actor, surveyPermissions, 'read-surveys')) return {}
  if (!(await listSurveys(context)).some(({ id }) => id === surveyId)) return {}
  const tallies = await listTallies(context, surveyId)
  const answers = tallies.filter(({ mode }) => mode !== 'kept-out').reduce((sum, { count }) => sum + count, 0)
  return answers > 0 ? { answers } : {}
}

/** The item of the comparison of cities the indicator is made of: named in its source, or of the same name. */
const peersOf = (indicator: Indicator | undefined): string | undefined =>
  comparedItems.find(({ id, label }) => label === indicator?.name || indicator?.source.ref.endsWith(`#${id}`))
    ?.id

async function peersNow(context: Context, comparedId: string): Promise<Peers | undefined> {
  const item = comparedItems.find(({ id }) => id === comparedId)
  const municipality = await findMunicipality(context)
  const areas = await listAreas(context)
  if (!item || !areas.some(({ areaCode }) => areaCode === municipality?.code.slice(0, 5))) return undefined
  const { areas: series, ownCode, group } = await getComparison(context, { city: null, group: null })
  const { own, mean, n } = compareCities(series, ownCode, item)
  if (own?.value === undefined || mean === undefined) return undefined
  const known = { label: item.label, groupName: group.name, n, own: own.value, mean, unit: item.unit }
  return own.score === undefined ? known : { ...known, score: own.score }
}

async function frameNow(context: Context): Promise<FrameFacts | undefined> {
  const frame = await findAdoptedFrame(context)
  const present = (await listCounts(context)).at(-1)
  if (!frame || !present || present.persons <= 0) return undefined
  return {
    year: frame.year,
    persons: frame.persons,
    presentYear: present.year,
    presentPersons: present.persons,
  }
}

/** Targets of the same indicator in other plans, where this plan holds them. */
function relatedOf(plan: PlanDocument, indicator: Indicator | undefined) {
  const names = new Map(plan.relatedPlans.map(({ id, name }) => [id, name]))
  return (indicator?.sharedWith ?? []).flatMap(({ planId, target }) =>
    target ? [{ planName: names.get(planId) ?? '関連計画', ...target }] : [],
  )
}
