import { bindingsOf } from '#src/features/plan/core/bindings.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { splitBindings } from '#src/lib/text/binding.ts'
import type { Answers, SheetField } from './fields.ts'
import { measureFacts } from './measure-facts.ts'
import { unitFacts } from './unit-facts.ts'

/** What a sheet is prefilled from, besides the plan: what was answered and accepted the last time (前回の回答). */
export type Prefilled = { answers: Answers; carried: string[] }

type Subject = {
  plan: PlanDocument | undefined
  unitIds: readonly string[]
  measureId?: string | undefined
  /** Known besides the plan: what is still open of a section's sheets, what its units are called today. */
  known?: Readonly<Record<string, string>>
}

/**
 * What is already known, filled in beforehand (事前記入). What is not known stays blank.
 *
 * The plan comes first: it is newer than any answer. What it does not hold is carried over from the last accepted sheet
 * about the same subject, and said to be so (`carried`).
 */
export function prefillSheet(
  { plan, unitIds, measureId, known = {} }: Subject,
  fields: readonly SheetField[],
  before: Answers = {},
): Prefilled {
  const measure = plan?.items.find(({ id }) => id === measureId)
  const facts: Record<string, string> = {
    ...known,
    ...(plan ? unitFacts(plan, unitIds) : {}),
    ...(plan && measure?.kind === 'measure' ? measureFacts(plan, measure) : {}),
  }
  const filled: Answers = {}
  const carried: string[] = []
  for (const { id, prefill, kind } of fields) {
    const words = prefill ? (facts[prefill] ?? '') : ''
    const fact = plan ? withNumbers(plan, words) : words
    if (fact) filled[id] = fact
    else if (before[id] && kind !== 'attachment') {
      filled[id] = before[id]
      carried.push(id)
    }
  }
  return { answers: filled, carried }
}

/** The words as they are read: numbers of the plan's data stand in the text. */
export function withNumbers(plan: PlanDocument, text: string): string {
  const resolve = bindingsOf(plan)
  return splitBindings(text)
    .map((piece) => ('text' in piece ? piece.text : (resolve(piece.binding) ?? '（データなし）')))
    .join('')
}

/** The facts a field can be filled with, with the words of the choice. */
export const prefillLabels: Readonly<Record<string, string>> = {
  desiredState: 'めざす姿',
  situation: '現状',
  issues: '課題',
  directions: '施策の方向',
  programs: '基本事業の名前',
  supportUnits: '関係課',
  role1: '役割（自助）',
  role2: '役割（共助）',
  role3: '役割（公助）',
  sdgs: 'SDGs',
  relatedPlans: '関連する個別計画',
  indicatorName: '指標名',
  indicatorKind: '指標の種類',
  unit: '指標の単位',
  direction: '指標の方向性',
  definition: '指標の定義・算出式',
  source: '指標の出典',
  frequency: '把握の頻度',
  availableFrom: '把握の時期',
  accumulation: '単年・累計',
  baselineYear: '基準年度',
  baseline: '基準値',
  interimYear: '中間年度',
  interim: '中間値',
  targetYear: '目標年度',
  target: '目標値',
  rationale: '目標値の設定根拠',
  achieved: '実績の一覧',
  moreIndicators: '2つ目からの指標（表）',
  unitMeasures: '課が主管する施策',
  unitResults: '課の指標の実績',
  unitProjects: '課の事務事業（表）',
  unitIndicators: '課の指標（表）',
  openQuestions: 'ほかのシートで答えが出ていない項目',
  hearingTime: 'ヒアリングの日時（枠が決まったとき）',
}
