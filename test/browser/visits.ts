import { features } from '#src/features/index.ts'
import { publicActor } from '#src/platform/context.ts'
import type { Town } from '#test/town.ts'

/** One address to look at, by whom. */
export type Visit = { path: string; who: 'resident' | 'officer' }

/**
 * Every public page, one of each kind where there are many, and every staff page that can be reached by
 * GET.
 */
export async function visitsOf(town: Town): Promise<Visit[]> {
  const context = { ...town.contextNow(), actor: publicActor }
  const all = (await Promise.all(features.map(({ publicPaths }) => publicPaths?.(context) ?? []))).flat()
  const pages = all.filter((path) => !/\.(csv|json|xml|xlsx|docx|pdf|txt|html|ics|svg)$/.test(path))
  const kinds = new Map<string, string[]>()
  for (const path of pages) {
    const kind = path
      .replaceAll(/[a-z]{2}_[0-9a-z]{10}/g, (id) => id.slice(0, 2))
      .replace(/(?<=\/results\/).+$/, '')
      .replace(/(?<=\/calendar\/)\d{4}-\d{2}$/, '')
    kinds.set(kind, [...(kinds.get(kind) ?? []), path])
  }
  const publicVisits = [...kinds.values()].flatMap((paths) => paths.slice(0, 1))
  const staff = await staffPaths(town)
  return [
    ...[...publicVisits, '/sign-in', '/members/enter', '/nowhere'].map(
      (path): Visit => ({ path, who: 'resident' }),
    ),
    ...staff.map((path): Visit => ({ path, who: 'officer' })),
  ]
}

/** Staff addresses with the ids of real things of the sample town filled in. */
async function staffPaths({ db }: Town): Promise<string[]> {
  const ids = await realIds(db)
  const hearing = await hearingIds(db)
  const bodyId = await subcommitteeId(db)
  const idsFor = (path: string) => {
    if (path.startsWith('/staff/organization/subcommittees/')) return { ...ids, bodyId }
    return path.startsWith('/staff/sheets/') ? { ...ids, ...hearing } : ids
  }
  return features
    .flatMap(({ pages }) => pages)
    .filter(
      ({ audience, path }) =>
        audience === 'staff' && !/\.(csv|json|xlsx|docx|pdf|xml|zip|sav|lss)$/.test(path),
    )
    .map(({ path }) => path.replaceAll(/:(\w+)/g, (whole, name: string) => idsFor(path)[name] ?? whole))
    .filter(
      (path) =>
        !path.includes(':') &&
        !path.endsWith('/apply') &&
        path !== '/staff/sign-out' &&
        path !== '/staff/sheets/approve' && // for heads of sections: hers is another part
        !path.endsWith('/feed'),
    )
}

/** Request sheets are seen with the round of hearings, which has every page, and a section that is asked in it. */
async function hearingIds(db: Town['db']): Promise<Record<string, string>> {
  const sheet = await db
    .selectFrom('requestSheets')
    .innerJoin('requestRounds', 'requestRounds.id', 'requestSheets.roundId')
    .select(['requestSheets.id', 'requestSheets.roundId', 'requestSheets.unitId'])
    .where('requestRounds.sheetType', '=', 'hearing')
    .orderBy('requestSheets.order')
    .executeTakeFirst()
  const template = await db
    .selectFrom('sheetTemplates')
    .select(['id', 'fields'])
    .orderBy('id')
    .executeTakeFirst()
  const [field] = JSON.parse(String(template?.['fields'] ?? '[]')) as { id: string }[]
  return {
    roundId: String(sheet?.['roundId'] ?? ''),
    unitId: String(sheet?.['unitId'] ?? ''),
    sheetId: String(sheet?.['id'] ?? ''),
    templateId: String(template?.['id'] ?? ''),
    fieldId: field?.id ?? '',
  }
}

/** What is assigned is assigned to a subcommittee; other bodies have no such page. */
async function subcommitteeId(db: Town['db']): Promise<string> {
  const body = await db
    .selectFrom('deliberationBodies')
    .select('id')
    .where('kind', '=', 'subcommittee')
    .orderBy('id')
    .executeTakeFirst()
  return String(body?.['id'] ?? '')
}

async function realIds(db: Town['db']): Promise<Record<string, string>> {
  const one = async (table: string, build: (id: string) => boolean = () => true) => {
    const rows = await db.selectFrom(table).select('id').orderBy('id').execute()
    return rows.map((row) => String(row['id'])).find(build) ?? ''
  }
  const measure = await one('planItems', (id) => id.startsWith('me_'))
  const opinion = await db
    .selectFrom('voiceOpinions')
    .select(['id', 'submissionId'])
    .orderBy('id')
    .executeTakeFirst()
  const reply = await db
    .selectFrom('commentReplies')
    .select(['id', 'caseId'])
    .orderBy('id')
    .executeTakeFirst()
  const request = await db
    .selectFrom('voiceFollowUps')
    .select('submissionId')
    .orderBy('submissionId')
    .executeTakeFirst()
  const cafe = await db
    .selectFrom('voiceNotes')
    .select('sessionId')
    .where('tableId', '!=', '')
    .executeTakeFirst()
  const paper = await db
    .selectFrom('meetingPapers')
    .select(['id', 'meetingId'])
    .where('replacesId', 'is not', null)
    .executeTakeFirst()
  const meetingId = String(paper?.['meetingId'] ?? '')
  const agendaItem = await db
    .selectFrom('agendaItems')
    .select('id')
    .where('meetingId', '=', meetingId)
    .executeTakeFirst()
  return {
    planId: await one('plans'),
    itemId: measure,
    thingId: measure,
    subjectId: measure,
    indicatorId: await one('planIndicators'),
    versionId: await one('planVersions'),
    projectId: await one('planParts', (id) => id.startsWith('pj_')),
    unitId: await one('organizationUnits'),
    personId: await one('people'),
    scenarioId: await one('frameScenarios'),
    accountId: await one('user'),
    issueId: await one('voiceIssues'),
    submissionId: String(opinion?.['submissionId'] ?? ''),
    opinionId: String(opinion?.['id'] ?? ''),
    caseId: String(reply?.['caseId'] ?? ''),
    replyId: String(reply?.['id'] ?? ''),
    sessionId: String(cafe?.['sessionId'] ?? ''),
    requestId: String(request?.['submissionId'] ?? ''),
    ruleId: 'IN005',
    areaCode: '08235',
    datasetId: await one('statisticsDatasets'),
    seriesId: await one('statisticsItems'),
    comparedId: 'nurseries',
    taskId: await one('processTasks'),
    meetingId,
    paperId: String(paper?.['id'] ?? ''),
    agendaItemId: String(agendaItem?.['id'] ?? ''),
    bodyId: await one('deliberationBodies'),
    inquiryId: await one('inquiries'),
    surveyId: await one('surveys'),
    draftId: await one('laidDrafts'),
    billId: await one('bills'),
    assemblySessionId: await one('assemblySessions'),
    code: 'q1',
  }
}
