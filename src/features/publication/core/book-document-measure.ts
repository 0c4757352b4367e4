import { heading, type TextBlock, type TextRun } from '#src/lib/document/text-document.ts'
import { indicatorTable } from './book-document-indicators.ts'
import { textBlocks } from './book-document-text.ts'
import type { BookMeasure } from './book-measure.ts'
import type { BookWords } from './book-words.ts'

/** One measure, in the order of its double page. What is empty is left out. */
export function measureBlocks(measure: BookMeasure, words: BookWords): TextBlock[] {
  const { id, number, title, isPriority, lead, desiredState, summary, situation, indicators } = measure
  const priority = isPriority ? `【${words.priority}】` : ''
  return [
    heading(2, `${number}　${title}${priority}`.trim(), id),
    ...line('主管課', lead),
    ...line('めざす姿', desiredState),
    ...(summary ? [{ kind: 'paragraph', runs: [summary] } as const] : []),
    ...titled('現状', textBlocks(situation)),
    ...titled('課題', issuesOf(measure)),
    ...titled(words.directions, directionsOf(measure)),
    ...(indicators.length > 0 ? [heading(3, '指標'), indicatorTable(`${title}の指標`, indicators)] : []),
    ...titled(words.program, programsOf(measure)),
    ...titled(
      'みんなの役割',
      measure.roles.flatMap(({ label, who, text }) => [
        heading(4, who ? `${label}（${who}）` : label),
        ...textBlocks(text),
      ]),
    ),
    ...titled('関連すること', relationsOf(measure)),
  ]
}

const titled = (title: string, blocks: readonly TextBlock[]): TextBlock[] =>
  blocks.length > 0 ? [heading(3, title), ...blocks] : []

const line = (label: string, text: string): TextBlock[] =>
  text ? [{ kind: 'paragraph', runs: [{ strong: [`${label}　`] }, text] }] : []

const list = (items: readonly (readonly TextRun[])[], isOrdered = false): TextBlock[] =>
  items.length > 0
    ? [{ kind: 'list', isOrdered, items: items.map((runs): TextBlock[] => [{ kind: 'paragraph', runs }]) }]
    : []

/** Issues are numbered, because directions name them. */
const issuesOf = ({ issues }: BookMeasure): TextBlock[] =>
  issues.length > 0
    ? [
        {
          kind: 'list',
          isOrdered: true,
          items: issues.map(({ text, evidence }) => [...textBlocks(text), ...notes(evidence)]),
        },
      ]
    : []

const notes = (evidence: readonly string[]): TextBlock[] =>
  evidence.map((words) => ({ kind: 'paragraph', runs: [`根拠：${words}`], look: 'note' }))

function directionsOf({ directions }: BookMeasure): TextBlock[] {
  return directions.flatMap(({ heading: title, text, evidence, issues }) => {
    const answers = issues.length > 0 ? `（課題${issues.join('・')}に対応）` : ''
    return [
      ...(title || answers ? [heading(4, `${title}${answers}`)] : []),
      ...textBlocks(text),
      ...notes(evidence),
    ]
  })
}

const programsOf = ({ programs }: BookMeasure): TextBlock[] =>
  programs.flatMap(({ number, title, text, lead, projects }) => [
    heading(4, `${number}　${title}`.trim()),
    ...line('主管課', lead),
    ...(text ? [{ kind: 'paragraph', runs: [text] } as const] : []),
    ...list(projects.map((project) => [project])),
  ])

function relationsOf({ goals, relatedPlans, support, viewpoints }: BookMeasure): TextBlock[] {
  const rows: [string, string][] = [
    ['SDGs', goals.map(({ number, lines }) => `${number} ${lines.join('')}`).join('、')],
    ['関連する計画', relatedPlans.join('、')],
    ['関係課', support.join('、')],
    ...viewpoints.map(({ label, text }): [string, string] => [label, text]),
  ]
  return list(
    rows.filter(([, text]) => text !== '').map(([label, text]) => [{ strong: [`${label}　`] }, text]),
  )
}
