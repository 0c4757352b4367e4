import { comparisonText } from '#src/lib/text/clean-text.ts'
import { findPairs } from '#src/lib/text/wording/gather.ts'
import { numberSets, shinglesOf } from '#src/lib/text/wording/number-sets.ts'
import {
  approvedIn,
  fieldFor,
  type RoundView,
  saidIn,
  textColumn,
  type ViewGround,
  wholeColumn,
} from './round-view.ts'
import { sharedRun } from './shared-run.ts'

/** Where the forms ask for issues. */
const issueFields = [
  ['issues', 'issues'],
  ['causes', undefined],
  ['requests', undefined],
] as const

/** From here two lines are shown as perhaps one issue; a person judges. */
const alikeFrom = 0.3
/** 「特になし」 is the same everywhere and no issue. */
const shortest = 10

type Line = { unitId: string; subject: string; label: string; text: string; compared: string }

/** 課題の重なり: lines of two units in nearly the same words, the most alike first, with the words they share. */
export function overlapView(ground: ViewGround): RoundView | undefined {
  const fields = issueFields.flatMap(([id, prefill]) => fieldFor(ground.round.fields, id, prefill) ?? [])
  if (fields.length === 0) return undefined
  const lines = approvedIn(ground).flatMap((sheet) =>
    fields.flatMap((field) =>
      linesOf(saidIn(sheet, field)).map((text): Line => {
        const { unitId, subject } = sheet
        return { unitId, subject, label: field.label, text, compared: comparisonText(text) }
      }),
    ),
  )
  return {
    kind: 'overlaps',
    note:
      `${fields.map(({ label }) => `「${label}」`).join('')}の1行ずつを、課のあいだでくらべます。5文字の並びの` +
      `${alikeFrom * 100}％以上が共通するものを、似ている順に示します。同じ課題かどうかは、読んで判断してください。`,
    none: '2つの課で言葉の似た課題は、ありません。',
    advice: '言い方がちがう同じ課題は、ここには出ません。施策一覧でも確かめてください。',
    columns: [
      wholeColumn('似ている割合（％）', 18),
      textColumn('課', 16),
      textColumn('シートと項目', 24),
      textColumn('文', 44),
      textColumn('くらべた課', 16),
      textColumn('くらべたシートと項目', 24),
      textColumn('くらべた文', 44),
      textColumn('共通する言葉', 28),
    ],
    rows: overlapsOf(lines).map(({ similarity, first, second }) => [
      Math.round(similarity * 100),
      ...placed(ground, first),
      ...placed(ground, second),
      sharedRun(first.compared, second.compared),
    ]),
  }
}

const placed = ({ nameOf }: ViewGround, { unitId, subject, label, text }: Line) => [
  nameOf(unitId),
  `${subject}「${label}」`,
  text,
]

type Overlap = { similarity: number; first: Line; second: Line }

function overlapsOf(all: readonly Line[]): Overlap[] {
  const lines = all.filter(({ compared }) => compared.length >= shortest)
  const overlaps: (Overlap & { at: number })[] = []
  findPairs(numberSets(lines.map(({ compared }) => shinglesOf(compared))), {
    threshold: alikeFrom,
    visit({ first, second, similarity }) {
      const [one, other] = [lines[first], lines[second]]
      if (one && other && one.unitId !== other.unitId)
        overlaps.push({ similarity, first: one, second: other, at: first * lines.length + second })
    },
  })
  return overlaps.sort((a, b) => b.similarity - a.similarity || a.at - b.at)
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
