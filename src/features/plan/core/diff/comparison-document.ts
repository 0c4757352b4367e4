import type { PlanDocument } from '#src/formats/plan-document.ts'
import {
  heading,
  paragraph,
  type TextBlock,
  type TextDocument,
  type TextRun,
} from '#src/lib/document/text-document.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import {
  changeSummary,
  groupChanges,
  type MeasureChanges,
  type PolicyChanges,
  weightLabels,
} from './change-groups.ts'
import { changeSides } from './change-sides.ts'
import { diffPlans } from './diff-plans.ts'
import { isShown, type PlanChange } from './plan-change.ts'
import { textDiff } from './text-diff.ts'

/** 新旧対照表 of two versions as a document: a table a measure, what was added underlined, what was taken away struck. */
export function comparisonDocument(before: PlanDocument, after: PlanDocument, date: string): TextDocument {
  const changes = diffPlans(before, after).filter(isShown)
  const groups = groupChanges(changes, { before, after })
  const labelOf = ({ version }: PlanDocument) =>
    `${version.label || '作業中の計画'}${version.frozenOn ? `（${eraDay(version.frozenOn)}）` : ''}`
  return {
    title: `${after.title}　新旧対照表`,
    subtitle: [
      `旧：${labelOf(before)}　新：${labelOf(after)}`,
      ...(after.isInvented ? ['見本（架空）：この計画の内容は、つくったものです。'] : []),
    ],
    author: after.municipalityName || '標',
    date,
    header: [`${after.title}　新旧対照表`, after.isInvented ? '見本（架空）' : ''].filter(Boolean).join('　'),
    hasContents: false,
    isLandscape: true,
    blocks: [
      paragraph(changeSummary(changes)),
      {
        kind: 'paragraph',
        runs: [
          '新しい側の下線は加えた言葉、古い側の取消線はなくした言葉です。番号だけの変更は載せていません。',
        ],
        look: 'note',
      },
      ...groups.flatMap(policyBlocks),
    ],
  }
}

const policyBlocks = ({ number, title, measures }: PolicyChanges): TextBlock[] => [
  heading(2, `${number}　${title}`.trim()),
  ...measures.map(measureTable),
]

const measureTable = ({ number, title, changes }: MeasureChanges): TextBlock => ({
  kind: 'table',
  caption: `${number}　${title}`.trim(),
  widths: [32, 32, 28, 8],
  head: ['新', '旧', '変更の内容', '重さ'],
  rows: changes.map(rowOf),
})

function rowOf(change: PlanChange): readonly (readonly TextRun[])[] {
  const { before, after } = changeSides(change)
  const [oldRuns, newRuns] = runsOf(before, after)
  return [newRuns, oldRuns, [change.sentence], [weightLabels[change.weight]]]
}

/** A side that says nothing is （なし）; where both speak, the words that differ are marked. */
function runsOf(before: string, after: string): [TextRun[], TextRun[]] {
  if (before === '' && after === '') return [['―'], ['―']]
  if (before === '' || after === '') return [side(before, 'removed'), side(after, 'added')]
  const spans = textDiff(before, after)
  return [
    spans.flatMap(({ kind, text }): TextRun[] =>
      kind === 'added' ? [] : kind === 'removed' ? [{ removed: text }] : [text],
    ),
    spans.flatMap(({ kind, text }): TextRun[] =>
      kind === 'removed' ? [] : kind === 'added' ? [{ added: text }] : [text],
    ),
  ]
}

const side = (text: string, mark: 'added' | 'removed'): TextRun[] =>
  text === '' ? ['（なし）'] : [mark === 'added' ? { added: text } : { removed: text }]
