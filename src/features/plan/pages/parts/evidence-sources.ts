import { listPublicDecisions } from '#src/features/deliberation/store/queries-decisions.ts'
import { findFramePopulation } from '#src/features/planning-frame/store/queries.ts'
import { listAnsweredComments } from '#src/features/public-comment/store/queries/answered.ts'
import { referencesIn } from '#src/features/publication/core/cited-references.ts'
import { partKey } from '#src/features/publication/core/thread-address.ts'
import { frameChoices } from '#src/features/publication/store/queries/figure-sources.ts'
import { listBrokenSources, sourceRegister } from '#src/features/publication/store/queries/sources.ts'
import { permissions as sheetPermissions } from '#src/features/request-sheets/core/permissions.ts'
import { listSheets } from '#src/features/request-sheets/store/queries.ts'
import { listCitedSheets } from '#src/features/request-sheets/store/queries-cited.ts'
import { findPublication, listPublicSurveys } from '#src/features/surveys/store/queries.ts'
import { permissions as voicePermissions } from '#src/features/voices/core/permissions.ts'
import { listIssues } from '#src/features/voices/store/queries/sorting.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { EvidenceLink } from '#src/formats/plan-parts.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'

/** Where a source of evidence is read, and whether it is there at all. */
export type SourcePlace = { href: string; isGone: boolean }

/** Where the sources of the plan's evidence are read by the office, by evidence link; those in words only are left out. */
export async function listSourcePlaces(
  context: Context,
  plan: PlanDocument,
): Promise<Map<string, SourcePlace>> {
  const [register, broken] = [await sourceRegister(context, plan), await listBrokenSources(context, plan)]
  const gone = new Set(broken.map(({ evidenceId }) => evidenceId))
  return new Map(
    referencesIn(plan).map(({ id, address }) => {
      const href = register.get(address.id)?.parts?.[partKey(address)] ?? register.get(address.id)?.href ?? ''
      return [id, { href: inTheOffice(href), isGone: gone.has(id) }]
    }),
  )
}

/** Residents read a series only when the published plan rests on it; the office has its own page. */
const inTheOffice = (href: string) =>
  href
    .replace(/^\/statistics\/(\d{5})\/(se_[0-9a-z]{10}).*$/, '/staff/statistics/cities/$1/items/$2')
    .replace(
      /^\/statistics\/(\d{5})\/comparison\/[a-z]+--([\w-]+?)(?:--(\w+))?$/,
      (_, city, item, group) =>
        `/staff/statistics/comparison/${item}?city=${city}${group ? `&group=${group}` : ''}`,
    )

/** Something another room keeps, as evidence names it: by its address. */
export type SourceChoice = { value: string; label: string }

const kinds: Readonly<Record<string, EvidenceLink['to']['kind']>> = {
  surveys: 'survey-cell',
  voices: 'voice',
  'public-comment': 'voice',
  deliberation: 'meeting-decision',
  'request-sheets': 'document',
  'planning-frame': 'statistic',
}

/** The kind of evidence an address is, by its room. */
export const kindOfSource = (address: string) => kinds[address.split('/')[0] ?? '']

const short = (words: string) => ([...words].length > 60 ? `${[...words].slice(0, 60).join('')}…` : words)

/**
 * What can be named as evidence of an item: questions of published surveys, issues, answered comments, decisions of
 * meetings, the adopted frame, and the accepted sheets about it.
 */
export async function listSourceChoices(context: Context, itemId: string): Promise<SourceChoice[]> {
  const surveys = (await listPublicSurveys(context)).filter(({ publishedAt }) => publishedAt)
  const questions = await Promise.all(
    surveys.map(async ({ id, title }) => {
      const tables = (await findPublication(context, id))?.tables ?? []
      const named = tables.filter(({ key }) => key !== '')
      return named.map(({ key, number, text, item }) => ({
        value: `surveys/${id}#${key}`,
        label: short(`${title} ${number} ${item || text}`),
      }))
    }),
  )
  const issues = mayDo(context.actor, voicePermissions, 'read-issues') ? await listIssues(context) : []
  const answered = await listAnsweredComments(context)
  const decisions = await listPublicDecisions(context)
  const frame = await findFramePopulation(context)
  const sheets = mayDo(context.actor, sheetPermissions, 'read-sheets')
    ? (await listSheets(context, { subjectId: itemId })).map(({ id }) => id)
    : []
  return [
    ...questions.flat(),
    ...issues.map(({ id, title, heard }) => ({
      value: `voices/${id}`,
      label: short(`政策課題「${title}」（声${heard.length}件）`),
    })),
    ...answered.map(({ caseId, caseTitle, row }) => ({
      value: `public-comment/${caseId}#no-${row.number}`,
      label: short(`${caseTitle} ${row.number}番 ${row.summary || (row.texts[0] ?? '')}`),
    })),
    ...decisions.map(({ id, meetingId, meeting, text }) => ({
      value: `deliberation/${meetingId}#${id}`,
      label: short(`${meeting} ${text}`),
    })),
    ...(frame ? frameChoices(frame) : []),
    ...(await listCitedSheets(context, sheets)).map(({ id, words }) => ({
      value: `request-sheets/${id}`,
      label: short(`依頼シート ${words}`),
    })),
  ]
}
