import { dispositions } from '#src/formats/voice.ts'
import type { ClassList, CommentClass, Disposition } from './classes.ts'

/** The seven of the glossary, in the words of an official. */
export const dispositionLabels: Readonly<Record<Disposition, string>> = {
  adopted: '反映',
  'partly-adopted': '一部反映',
  'already-covered': '趣旨を含む',
  'for-reference': '今後の参考',
  'not-adopted': '反映しない',
  corrected: '修正（誤記・数値）',
  'out-of-scope': '対象外',
}

/** One line of the form: an empty label takes the class out, the order is any number. */
export type ClassLine = { key: string; label: string; disposition: string; order: string }

export const mostClasses = 20
const longestLabel = 60

/** Why a list cannot stand so, by field; `used` are the keys of classes that answers already have. */
export function classProblems(
  list: Pick<ClassList, 'label' | 'classes'>,
  lines: readonly ClassLine[],
  used: ReadonlySet<string>,
): Record<string, string> {
  const problems: Record<string, string> = {}
  if (list.label === '' || list.label.length > longestLabel)
    problems['label'] = `一覧の名前を、${longestLabel}字までで書いてください`
  const kept = lines.filter(({ label }) => label !== '')
  if (kept.length < 2) problems['classes'] = '区分は、2つ以上要ります'
  if (kept.length > mostClasses) problems['classes'] = `区分は、${mostClasses}個までです`
  if (new Set(kept.map(({ label }) => label)).size < kept.length)
    problems['classes'] = '同じ名前の区分が、2つあります'
  for (const [at, line] of lines.entries()) {
    const before = list.classes.find(({ key }) => key === line.key)
    const problem = lineProblem(line, before && used.has(before.key) ? before : undefined)
    if (problem) problems[`label-${at}`] = problem
  }
  return problems
}

function lineProblem({ label, disposition }: ClassLine, inUse: CommentClass | undefined): string | undefined {
  if (label === '')
    return inUse && `「${inUse.label}」は、市の考え方で使っているので、除けません（名前は変えられます）`
  if (label.length > longestLabel) return `区分の名前は、${longestLabel}字までで書いてください`
  if (!isDisposition(disposition)) return `「${label}」が、7つのどれに当たるかを選んでください`
  if (inUse && inUse.disposition !== disposition)
    return `「${inUse.label}」は、市の考え方で使っているので、7つのどれに当たるかは変えられません`
  return undefined
}

const isDisposition = (word: string): word is Disposition => dispositions.some((one) => one === word)

/** The classes of good lines, in the order they ask for. New ones get their key from `newKey`. */
export function classesOfLines(lines: readonly ClassLine[], newKey: () => string): CommentClass[] {
  return lines
    .flatMap(({ key, label, disposition, order }, at) =>
      label !== '' && isDisposition(disposition)
        ? [{ key, label, disposition, place: Number.parseFloat(order) || at + 1, at }]
        : [],
    )
    .sort((a, b) => a.place - b.place || a.at - b.at)
    .map(({ key, label, disposition }) => ({ key: key || newKey(), label, disposition }))
}
