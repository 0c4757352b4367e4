import { z } from 'zod'
import { type PlanDocument, planDocument } from '#src/formats/plan-document.ts'
import { fiscalYearOf } from '#src/lib/japanese/fiscal-year.ts'
import { readXml, type XmlElement } from '#src/lib/xml/read-xml.ts'
import { versionLabel } from '../labels.ts'
import { checkStratml, dateIn } from './check-stratml.ts'
import type { ImportFinding, ImportResult } from './import-finding.ts'
import { isOwn } from './information-fields.ts'
import { readOwnStratml } from './read-own-stratml.ts'
import { formatRefusals } from './read-plan-json.ts'
import { readGoals } from './stratml-goals.ts'
import { namespaces } from './stratml-grammar.ts'
import { allOf, one, remainder, wordsIn } from './xml-words.ts'

export type ImportOptions = {
  newId: (kind: string) => string
  municipalityCode?: string
  municipalityName?: string
}

/**
 * Reads StratML Part 1 or 2, in any order of elements and with the names and namespaces of earlier drafts.
 *
 * 将来像 from Vision, 使命 from Mission, 基本理念 from Value, 政策 from Goal, 施策 from Objective, 指標 from
 * PerformanceIndicator. What has no field of its own is kept as text in a chapter or a note; nothing is dropped.
 */
export function readStratml(text: string, options: ImportOptions): ImportResult {
  const { root, problem } = readXml(text) as {
    root?: XmlElement
    problem?: { line: number; message: string }
  }
  if (problem || !root) return { refusals: [problem ?? { message: 'XMLの要素がありません' }] }
  const kind = namespaces[root.namespace as keyof typeof namespaces]
  if (!['StrategicPlan', 'PerformancePlanOrReport'].includes(root.name) || kind === undefined) {
    return {
      refusals: [
        {
          line: root.line,
          message: `StratMLの計画ではありません（要素「${root.name}」、名前空間「${root.namespace || 'なし'}」）`,
        },
      ],
    }
  }
  const findings = checkStratml(root)
  if (kind === 'old') {
    findings.push({
      code: 'old-namespace',
      line: root.line,
      path: root.name,
      action: 'いまの規格として読みました',
    })
  }
  const core = one(root, 'StrategicPlanCore')
  if (!core)
    return { refusals: [{ line: root.line, message: '計画の中身（StrategicPlanCore）がありません' }] }
  if (isOwn(root)) return readOwn(root, core)
  return { plan: planOf(root, core, { options, findings }), findings }
}

/** A file this system wrote, perhaps changed by hand since. */
function readOwn(root: XmlElement, core: XmlElement): ImportResult {
  try {
    return { plan: readOwnStratml(root, core), findings: [] }
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    return { refusals: formatRefusals(error) }
  }
}

type Reading = { options: ImportOptions; findings: ImportFinding[] }

function planOf(root: XmlElement, core: XmlElement, reading: Reading): PlanDocument {
  const { options, findings } = reading
  const { newId } = options
  const period = periodOf(root, findings)
  const [organization, ...others] = allOf(core, 'Organization')
  const visionId = newId('vi')
  const visions = allOf(core, 'Vision').map((vision) => wordsIn(vision, 'Description'))
  const content = readGoals(allOf(core, 'Goal'), { newId, visionId, period, findings })
  return planDocument.parse({
    schema: 'shirube-plan/1',
    planId: newId('pl'),
    municipalityCode: options.municipalityCode ?? '000000',
    municipalityName: options.municipalityName ?? wordsIn(organization, 'Name'),
    kind: 'comprehensive',
    title: wordsIn(root, 'Name') || '名前のない計画',
    period,
    version: { id: newId('ve'), stage: 'draft', number: 1, label: versionLabel('draft', 1) },
    concept: {
      vision: {
        id: visionId,
        title: visions[0] || wordsIn(root, 'Name'),
        text: visions.slice(1).join('\n\n'),
      },
      principles: allOf(core, 'Value').map((value) => ({
        id: newId('gp'),
        title: wordsIn(value, 'Name'),
        text: wordsIn(value, 'Description'),
      })),
      chapters: chaptersOf(root, core, [organization, ...others]),
    },
    ...content,
  })
}

/** What the plan says besides goals: as chapters of the basic concept, so that it can be read and printed. */
function chaptersOf(root: XmlElement, core: XmlElement, organizations: readonly (XmlElement | undefined)[]) {
  const administrative = one(root, 'AdministrativeInformation')
  const chapters = [
    {
      heading: '使命',
      text: allOf(core, 'Mission')
        .map((mission) => wordsIn(mission, 'Description'))
        .join('\n\n'),
    },
    { heading: '概要', text: wordsIn(root, 'Description') },
    {
      heading: '策定の主体',
      text: organizations.flatMap((one) => (one ? [remainder(one, [])] : [])).join('\n\n'),
    },
    { heading: 'その他', text: wordsIn(root, 'OtherInformation') },
    { heading: '出典', text: wordsIn(administrative, 'Source') },
  ]
  return chapters
    .map(({ heading, text }) => ({ heading, text: text.slice(0, 19_000) }))
    .filter(({ text }) => text !== '')
}

/** The period as given; without dates the five fiscal years from that of publication, and it is said so. */
function periodOf(root: XmlElement, findings: ImportFinding[]): PlanDocument['period'] {
  const administrative = one(root, 'AdministrativeInformation')
  const start = dateIn(administrative, 'StartDate')
  const end = dateIn(administrative, 'EndDate')
  const published = dateIn(administrative, 'PublicationDate')
  const first = start ? fiscalYearOf(start) : fiscalYearOf(published ?? '2000-04-01')
  const last = end ? Math.max(fiscalYearOf(end), first) : first + 4
  if (!start || !end) {
    findings.push({
      code: 'period-assumed',
      line: administrative?.line ?? root.line,
      path: `${root.name}/AdministrativeInformation`,
      action: `${first}年度から${last}年度までと仮に置きました。基本事項で直してください`,
    })
  }
  return { start: `${first}-04-01`, end: `${last + 1}-03-31`, fiscalYears: [first, last] }
}
