import type { Policy, Program } from '#src/formats/plan-item.ts'
import { blocksOf, type Entered, type Problems, textOf, wordsOf } from './entered.ts'
import { matchParagraphs, paragraphNumbers } from './paragraphs.ts'

type Item = Policy | Program

const commonEntered = (item: Item): Record<string, string> => ({
  titleKana: item.titleKana,
  summary: item.summary,
  lead: item.lead ?? '',
  support: item.support.join(' '),
  status: item.status,
  notes: item.notes,
})

/** A policy (政策・分野) as fields: its goal in one line and its lead. */
export const policyEntered = (policy: Policy): Entered => ({
  ...commonEntered(policy),
  desiredState: policy.desiredState,
})

/** A program (基本事業・取組) as fields: paragraphs are separated by blank lines. */
export const programEntered = (program: Program): Entered => ({
  ...commonEntered(program),
  text: program.text.map(({ text }) => text).join('\n\n'),
})

type Read<Changes> =
  | { problems: Problems }
  | { problems?: undefined; changes: Changes; lastParagraph: number }
type Base = { lastParagraph: number; unitIds: ReadonlySet<string> }

export function readPolicy(
  entered: Entered,
  { lastParagraph, unitIds }: Base & { policy: Policy },
): Read<Partial<Policy>> {
  const common = readCommon(entered, unitIds)
  if (common.problems) return { problems: common.problems }
  return { changes: { ...common.changes, desiredState: textOf(entered, 'desiredState') }, lastParagraph }
}

export function readProgram(
  entered: Entered,
  { program, lastParagraph, unitIds }: Base & { program: Program },
): Read<Partial<Program>> {
  const common = readCommon(entered, unitIds)
  if (common.problems) return { problems: common.problems }
  const numbers = paragraphNumbers(program.id, lastParagraph)
  const text = matchParagraphs(program.text, blocksOf(entered['text'] ?? ''), () => numbers.next('text'))
  return { changes: { ...common.changes, text }, lastParagraph: numbers.last() }
}

function readCommon(entered: Entered, unitIds: ReadonlySet<string>) {
  const problems: Problems = {}
  const lead = textOf(entered, 'lead')
  if (lead && !unitIds.has(lead)) problems['lead'] = '主管課を一覧から選んでください'
  const tooLong = Object.entries(entered).find(([, text]) => text.length > 10_000)
  if (tooLong) problems[tooLong[0]] = '1つの欄は10,000字までです'
  if (Object.keys(problems).length > 0) return { problems }
  const changes = {
    titleKana: textOf(entered, 'titleKana'),
    summary: textOf(entered, 'summary'),
    lead: lead || null,
    support: wordsOf(entered['support'] ?? '').filter((id) => unitIds.has(id) && id !== lead),
    notes: textOf(entered, 'notes'),
  }
  return { changes }
}
