import { matchParagraphs, paragraphNumbers } from '#src/features/plan/core/forms/paragraphs.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { type Measure, type Paragraph, type PlanItem, planItem } from '#src/formats/plan-item.ts'
import { type AnswerTo, compileIndicators } from './compile-indicators.ts'
import type { SheetField } from './fields.ts'
import { directionLine } from './measure-facts.ts'
import { withNumbers } from './prefill-sheet.ts'
import { isOpenAnswer, type RequestRound, type RequestSheet } from './sheets.ts'

/** 取りまとめ: what the plan would be with the accepted sheets in it. Nothing is taken away from it. */
export type Compilation = Pick<PlanDocument, 'items' | 'indicators' | 'projects'> & {
  /** What the sheets say and the plan does not take over by itself. */
  notes: string[]
  /** The sheets that are in it. */
  sheetIds: string[]
}

type Given = {
  plan: PlanDocument
  round: Pick<RequestRound, 'fields'>
  sheets: readonly RequestSheet[]
  newId: (kind: string) => string
  /** The highest paragraph number an item ever had: numbers of deleted paragraphs are not given again. */
  lastParagraphs?: ReadonlyMap<string, number>
}

/**
 * Puts accepted sheets into the plan as a proposal.
 *
 * A field goes where it was prefilled from. 「わからない」 and blanks change nothing, an answer that reads as the plan does
 * leaves its numbers bound to their data. Paragraphs keep their ids, new programs come last, none is removed.
 */
export function compileSheets(given: Given): Compilation {
  const { plan, round, sheets, newId, lastParagraphs } = given
  const items = new Map(plan.items.map((item) => [item.id, item]))
  let { indicators } = plan
  const notes: string[] = []
  const sheetIds: string[] = []
  for (const sheet of sheets) {
    const measure = items.get(sheet.subjectId ?? '')
    if (sheet.state !== 'accepted' || measure?.kind !== 'measure') continue
    const answerTo: AnswerTo = (prefill) => answerOf(round.fields, sheet, prefill)
    const last = Math.max(lastNumberIn(measure), lastParagraphs?.get(measure.id) ?? 0)
    items.set(measure.id, withTexts(measure, { plan, answerTo, last }))
    const programs = newPrograms(plan, measure, { answerTo, newId, notes })
    for (const program of programs) items.set(program.id, program)
    indicators = compileIndicators(indicators, { plan, measure, answerTo, newId, notes })
    sheetIds.push(sheet.id)
  }
  return { items: [...items.values()], indicators, projects: plan.projects, notes, sheetIds }
}

/** The answer to the field that is filled from a fact of the plan. */
export function answerOf(
  fields: readonly SheetField[],
  { answers }: Pick<RequestSheet, 'answers'>,
  prefill: string,
) {
  const field = fields.find((one) => one.prefill === prefill)
  const answer = (field && answers[field.id]) ?? ''
  return answer === '' || isOpenAnswer(answer) ? undefined : answer
}

type Reading = { plan: PlanDocument; answerTo: AnswerTo; last: number }

function withTexts(measure: Measure, { plan, answerTo, last }: Reading): Measure {
  const numbers = paragraphNumbers(measure.id, last)
  const paragraphs = (field: 'situation' | 'issues') => {
    const answer = answerTo(field)
    if (answer === undefined) return measure[field]
    return keptParagraphs(plan, measure[field], { lines: linesOf(answer), name: () => numbers.next(field) })
  }
  const roles = { ...measure.roles }
  for (const [at, { key }] of plan.roleSet.entries()) {
    const answer = answerTo(`role${at + 1}`)
    if (answer !== undefined) roles[key] = asBefore(plan, roles[key] ?? '', answer)
  }
  return {
    ...measure,
    desiredState: asBefore(plan, measure.desiredState, answerTo('desiredState')),
    situation: paragraphs('situation'),
    issues: paragraphs('issues'),
    directions: directionsOf(plan, measure, {
      answer: answerTo('directions'),
      name: () => numbers.next('directions'),
    }),
    roles,
  }
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** The text of the plan where the answer reads the same, so that its bound numbers stay bound. */
const asBefore = (plan: PlanDocument, before: string, answer: string | undefined) =>
  answer === undefined || withNumbers(plan, before).trim() === answer.trim() ? before : answer.trim()

type Lines = { lines: readonly string[]; name: () => string }

function keptParagraphs(
  plan: PlanDocument,
  before: readonly Paragraph[],
  { lines, name }: Lines,
): Paragraph[] {
  const all = linesOf(withNumbers(plan, before.map(({ text }) => text).join('\n')))
  if (all.join('\n') === lines.join('\n')) return [...before]
  const bound = new Map(before.map(({ text }) => [withNumbers(plan, text).trim(), text]))
  return matchParagraphs(
    before,
    lines.map((line) => bound.get(line) ?? line),
    name,
  )
}

type Directions = { answer: string | undefined; name: () => string }

/** A direction keeps its id and the issues it answers where its line, its heading or its text stayed. */
function directionsOf(plan: PlanDocument, { directions }: Measure, { answer, name }: Directions) {
  if (answer === undefined) return directions
  const before = directions.map(({ id, ...rest }) => ({ id, text: directionLine(rest) }))
  const kept = keptParagraphs(plan, before, { lines: linesOf(answer), name })
  return kept.map(({ id, text }) => {
    const old = directions.find((one) => one.id === id)
    if (old && directionLine(old) === text) return old
    const [, heading = '', rest = ''] = /^([^：:]{1,40})[：:](.+)$/s.exec(text) ?? [text, '', text]
    return { id, heading, text: rest.trim(), addresses: old?.addresses ?? [] }
  })
}

const lastNumberIn = (item: PlanItem) =>
  Math.max(0, ...[...JSON.stringify(item).matchAll(/\/p(\d+)"/g)].map(([, digits]) => Number(digits)))

type Programs = Pick<Given, 'newId'> & { answerTo: AnswerTo; notes: string[] }

/** Programs the sheet names and the plan does not have. Those the sheet leaves out stay: removing one is a decision. */
function newPrograms(plan: PlanDocument, measure: Measure, { answerTo, newId, notes }: Programs): PlanItem[] {
  const answer = answerTo('programs')
  if (answer === undefined) return []
  const known = plan.items.filter(({ parentId }) => parentId === measure.id)
  const titles = new Set(known.map(({ title }) => withNumbers(plan, title).trim()))
  const lines = linesOf(answer)
  for (const { title } of known)
    if (!lines.includes(withNumbers(plan, title).trim()))
      notes.push(
        `「${measure.title}」の取組「${title}」がシートにありません。やめるときは、計画の画面で削除します`,
      )
  return lines
    .filter((line) => !titles.has(line))
    .map((title, at) =>
      planItem.parse({
        id: newId('pr'),
        kind: 'program',
        parentId: measure.id,
        order: known.length + at + 1,
        title,
        lead: measure.lead,
      }),
    )
}
