import type { PlanDocument } from '#src/formats/plan-document.ts'
import { planDocument } from '#src/formats/plan-document.ts'
import { numbersOf } from '../numbering.ts'
import { type ExportNote, newTally } from './export-note.ts'
import { goalElement, type Numbered, visionGoal } from './goal-elements.ts'
import { fieldLabel } from './kept-in-stratml.ts'
import { conceptShape, ownMark, planLineKeys } from './plan-shapes.ts'
import { arranged, planToWrite, type StratmlOptions } from './stratml-plan.ts'
import { belongingLines, fieldLines, identifier, otherInformation } from './writing.ts'
import { group, present, type WrittenElement, words, writeXml } from './xml-element.ts'

/** The namespaces of the two schemas. */
export const stratmlNamespaces = {
  1: 'urn:ISO:std:iso:17469:tech:xsd:stratml_core',
  2: 'urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport',
} as const

/**
 * A plan as StratML Part 1 (ISO 17469-1) or Part 2 (ANSI/AIIM 22, Performance_Plan), strictly by the schema.
 *
 * Only what the public may see is written. What StratML has no element for stands in OtherInformation as
 * `key: value` lines and is told in the notes.
 */
export function writeStratml(
  document: PlanDocument,
  options: StratmlOptions,
): { xml: string; notes: ExportNote[] } {
  const tally = newTally()
  const plan = planToWrite(document, tally)
  const writing: Numbered = {
    ...arranged(plan, options),
    options,
    tally,
    seenIds: new Set(),
    numbers: numbersOf(plan),
    placeOf: new Map(),
  }
  markPlaces(writing)
  const { xml, removed } = writeXml(rootElement(writing))
  tally.add('character-removed', 'plan', removed)
  return { xml, notes: tally.notes(fieldLabel) }
}

/** The place of each item among those of its parent, as a reader counts them again. */
function markPlaces({ policies, placeOf }: Numbered) {
  const counts = new Map<string, number>()
  const mark = ({ id, parentId }: { id: string; parentId: string | null }) => {
    const at = counts.get(parentId ?? '') ?? 0
    placeOf.set(id, at)
    counts.set(parentId ?? '', at + 1)
  }
  for (const { policy, measures } of policies) {
    mark(policy)
    for (const { measure, programs } of measures) {
      mark(measure)
      programs.forEach(mark)
    }
  }
}

function rootElement(writing: Numbered): WrittenElement {
  const { plan, options, policies } = writing
  const { part } = options
  const chapter = (heading: string) => plan.concept.chapters.find((one) => one.heading === heading)?.text
  const coreElement = {
    name: 'StrategicPlanCore',
    content: present([
      plan.municipalityName
        ? { name: 'Organization', content: [{ name: 'Name', content: plan.municipalityName }] }
        : undefined,
      group('Vision', [
        words('Description', plan.concept.vision.title),
        identifier(plan.concept.vision.id, writing),
      ]),
      group('Mission', [words('Description', chapter('使命'))]),
      ...plan.concept.principles.map(({ title, text }) => ({
        name: 'Value',
        content: present([{ name: 'Name', content: title }, words('Description', text)]),
      })),
      visionGoal(writing),
      ...policies.map((placed) => goalElement(placed, writing)),
    ]),
  }
  return {
    name: part === 1 ? 'StrategicPlan' : 'PerformancePlanOrReport',
    attributes: { xmlns: stratmlNamespaces[part], ...(part === 2 ? { Type: 'Performance_Plan' } : {}) },
    content: present([
      { name: 'Name', content: plan.title },
      words('Description', chapter('概要')),
      planInformation(writing),
      coreElement,
      administrative(writing),
    ]),
  }
}

/** What is said of the whole plan. The first line tells that the lines are ours. */
function planInformation(writing: Numbered): WrittenElement | undefined {
  const { vision, principles, chapters, grandDesign } = writing.plan.concept
  const concept = {
    visionText: vision.text,
    principleId: principles.map(({ id }) => id),
    chapters,
    grandDesign,
  }
  return otherInformation([
    { key: 'schema', value: ownMark },
    ...fieldLines(
      {
        room: 'plan',
        shape: planDocument.shape,
        value: writing.plan,
        keys: planLineKeys.filter((key) => key !== 'schema'),
      },
      writing,
    ),
    ...fieldLines(
      { room: 'concept', shape: conceptShape, value: concept, keys: Object.keys(concept) },
      writing,
    ),
    ...belongingLines('', writing),
  ])
}

const administrative = (writing: Numbered): WrittenElement | undefined =>
  group('AdministrativeInformation', [
    writing.options.part === 2 ? identifier(writing.plan.planId, writing) : undefined,
    words('StartDate', writing.plan.period.start),
    words('EndDate', writing.plan.period.end),
    words('PublicationDate', writing.plan.version.frozenOn ?? undefined),
    words('Source', writing.options.sourceUrl),
  ])
