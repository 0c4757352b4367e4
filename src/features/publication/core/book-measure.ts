import { triggerKindLabels } from '#src/features/plan/core/labels.ts'
import type { PlanNode } from '#src/features/plan/core/plan-tree.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { Measure, Program } from '#src/formats/plan-item.ts'
import type { EvidenceLink, Project } from '#src/formats/plan-parts.ts'
import { type QrCode, qrCode } from '#src/lib/qr/qr-code.ts'
import { type BookIndicator, bookIndicator, inOrder } from './book-indicator.ts'
import type { BookText, BookWriter } from './book-text.ts'
import { pageAddress, shownAddress } from './page-address.ts'
import { phrasesOf } from './phrases.ts'
import { sdgGoalLines } from './sdg-goals.ts'

/** One measure (施策) as its double page shows it. Empty lists and texts are left out by the templates. */
export type BookMeasure = {
  id: string
  number: string
  title: string
  phrases: string[]
  kana: string
  /** Title of the second policy level it stands under, when the plan has one. */
  group: string
  isPriority: boolean
  lead: string
  desiredState: string
  summary: string
  situation: BookText
  issues: { text: BookText; evidence: string[] }[]
  directions: { heading: string; text: BookText; evidence: string[]; issues: number[] }[]
  indicators: BookIndicator[]
  programs: BookProgram[]
  /** `circles`: the size of the group, of self-help, mutual help and public help only. */
  roles: { label: string; who: string; text: BookText; circles: number }[]
  goals: { number: number; lines: readonly string[] }[]
  relatedPlans: string[]
  support: string[]
  voices: { text: string; from: string }[]
  /** What else the measure answers: principles, technology, districts, review triggers. */
  viewpoints: { label: string; text: string }[]
  page: { address: string; qr: QrCode } | null
}

export type BookProgram = {
  id: string
  number: string
  title: string
  phrases: string[]
  kana: string
  text: string
  lead: string
  projects: string[]
}

/** What every item of one plan is written with. */
export type BookSource = {
  plan: PlanDocument
  writer: BookWriter
  numbers: ReadonlyMap<string, string>
  siteUrl: string | undefined
  /** Grouped once: a plan of thousands is not gone through again for each of its items. */
  indicatorsOf: ReadonlyMap<string, readonly Indicator[]>
  projectsOf: ReadonlyMap<string, readonly Project[]>
  evidence: (from: string) => string[]
  voices: readonly EvidenceLink[]
}

/** The content of a measure's spread. */
export function bookMeasure(
  node: PlanNode & { item: Measure },
  group: string,
  source: BookSource,
): BookMeasure {
  const { item } = node
  const { plan, writer, numbers, siteUrl, evidence } = source
  const issueNumbers = new Map(item.issues.map(({ id }, position) => [id, position + 1]))
  return {
    id: item.id,
    number: numbers.get(item.id) ?? '',
    title: writer.title(item.title),
    phrases: phrasesOf(writer.title(item.title)),
    kana: item.titleKana,
    group,
    isPriority: item.priority.flagged,
    lead: unitName(plan, item.lead),
    desiredState: writer.line(item.desiredState),
    summary: writer.line(item.summary),
    situation: item.situation.flatMap(({ text }) => writer.text(text)),
    issues: item.issues.map(({ id, text }) => ({ text: writer.text(text), evidence: evidence(id) })),
    directions: item.directions.map(({ id, heading, text, addresses }) => ({
      heading: writer.line(heading),
      text: writer.text(text),
      evidence: evidence(id),
      issues: addresses.flatMap((issueId) => issueNumbers.get(issueId) ?? []).sort((a, b) => a - b),
    })),
    indicators: indicatorsOf(node, source),
    programs: programsOf(node, source),
    roles: rolesOf(item, source),
    goals: goalsOf(item),
    relatedPlans: relatedPlansOf(item, source),
    support: item.support.map((id) => unitName(plan, id)).filter(Boolean),
    voices: voicesOf(item, source),
    viewpoints: viewpointsOf(item, source),
    page: siteUrl ? pageOf(siteUrl, item.id) : null,
  }
}

function pageOf(siteUrl: string, itemId: string) {
  const address = pageAddress(siteUrl, `/plan/items/${itemId}`)
  return { address: shownAddress(address), qr: qrCode(address) }
}

const unitName = (plan: PlanDocument, unitId: string | null) =>
  plan.units.find(({ id }) => id === unitId)?.name ?? ''

/** Those of the measure itself first, then those of its programs. */
function indicatorsOf({ item, children }: PlanNode, source: BookSource): BookIndicator[] {
  return [item, ...children.map((child) => child.item)].flatMap(({ id }) =>
    inOrder(source.indicatorsOf.get(id) ?? []).map((one) => bookIndicator(one, source)),
  )
}

function programsOf(
  { children }: PlanNode,
  { plan, writer, numbers, projectsOf }: BookSource,
): BookProgram[] {
  const programs = children.map(({ item }) => item).filter((item): item is Program => item.kind === 'program')
  return programs.map(({ id, title, titleKana, text, summary, lead }) => ({
    id,
    number: numbers.get(id) ?? '',
    title: writer.title(title),
    phrases: phrasesOf(writer.title(title)),
    kana: titleKana,
    text: [summary, ...text.map((paragraph) => paragraph.text)].map(writer.line).filter(Boolean).join(' '),
    lead: unitName(plan, lead),
    projects:
      plan.publish === 'none' ? [] : (projectsOf.get(id) ?? []).map((project) => writer.line(project.title)),
  }))
}

const sizes = ['self', 'mutual', 'public']

const rolesOf = ({ roles }: Measure, { plan, writer }: BookSource) =>
  plan.roleSet.flatMap(({ key, label, who }) => {
    const text = roles[key]
    return text ? [{ label, who, text: writer.text(text), circles: sizes.indexOf(key) + 1 }] : []
  })

function goalsOf({ sdgs }: Measure): BookMeasure['goals'] {
  const numbers = new Set(sdgs.filter(({ taxonomy }) => taxonomy.startsWith('sdgs')).map(({ goal }) => goal))
  return [...numbers]
    .sort((a, b) => a - b)
    .flatMap((number) => {
      const lines = sdgGoalLines(number)
      return lines ? [{ number, lines }] : []
    })
}

const relatedPlansOf = ({ relatedPlanLinks }: Measure, { plan, writer }: BookSource) =>
  relatedPlanLinks
    .flatMap(({ planId }) => plan.relatedPlans.find(({ id }) => id === planId) ?? [])
    .map(({ name }) => writer.line(name))

const mostVoices = 2

/** Words of residents that are linked as evidence with a reviewed excerpt. */
function voicesOf({ id }: Measure, { voices, writer }: BookSource): BookMeasure['voices'] {
  return voices
    .filter(({ from }) => from.startsWith(id))
    .slice(0, mostVoices)
    .map(({ quote = '', note }) => ({ text: writer.line(quote), from: writer.line(note) }))
}

function viewpointsOf(item: Measure, { plan, writer }: BookSource): BookMeasure['viewpoints'] {
  const principles = plan.principleSet.filter(({ key }) => item.principles[key]?.applies)
  const points = [
    { label: '対象の地区', text: item.districts.join('、') },
    { label: '策定方針の原則', text: principles.map(({ label }) => label).join('、') },
    ...item.society50.map(({ tag, text }) => ({ label: 'Society 5.0', text: `${tag}　${text}` })),
    ...item.reviewTriggers.map(({ kind, text }) => ({
      label: '見直しの条件',
      text: `${triggerKindLabels[kind]}　${text}`,
    })),
  ]
  return points
    .map(({ label, text }) => ({ label, text: writer.line(text) }))
    .filter(({ text }) => text !== '')
}
