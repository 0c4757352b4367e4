import { countsOf, type ReportLine } from '../core/workbook/merge-book.ts'
import type { LookedBook, TakenBook } from './take-in-books.ts'

const kindWords: Record<ReportLine['kind'], string> = {
  change: '取り込む',
  clear: '消去',
  conflict: '衝突',
  problem: '読めない',
}

/** How many cells were or would be taken, how many are left to a person, how many workbooks were refused. */
export function reportTotals(looked: readonly LookedBook[], taken: readonly TakenBook[]) {
  const counts = looked.flatMap(({ report }) => (report ? [countsOf(report)] : []))
  const sum = (count: (one: (typeof counts)[number]) => number) =>
    counts.reduce((total, one) => total + count(one), 0)
  return {
    workbooks: looked.length,
    good: sum(({ good }) => good),
    taken: taken.reduce((total, { count }) => total + count, 0),
    left: sum(({ choices, problems }) => choices + problems),
    refused: looked.filter(({ problem }, at) => (problem ?? taken[at]?.problem) !== undefined).length,
  }
}

type Reported = { looked: readonly LookedBook[]; taken: readonly TakenBook[]; isDry: boolean }

/** The report as lines of text: workbook by workbook, then by sheet and cell what a person has to look at. */
export function bookLines({ looked, taken, isDry }: Reported): string[] {
  const { workbooks, good, left, refused, taken: cells } = reportTotals(looked, taken)
  const failed = taken.filter(({ problem }) => problem !== undefined)
  return [
    ...looked.flatMap(linesOf),
    ...(isDry ? [] : failed.map(({ name, problem }) => `${name}：${problem}`)),
    isDry
      ? `${workbooks}冊：取り込める ${good}件、確かめが要る ${left}件、読めないファイル ${refused}冊。何も変えていません。`
      : `${workbooks}冊：取り込んだ ${cells}件、確かめが要る ${left}件、読めないファイル ${refused}冊。`,
  ]
}

function linesOf({ name, unitName, report, problem }: LookedBook): string[] {
  if (!report) return [`${name}：${problem}`]
  const { good, choices, problems } = countsOf(report)
  return [
    `${name}（${unitName || '不明な課'}）：取り込む ${good}件、選ぶ ${choices}件、読めない ${problems}件、変わりなし ${report.unchangedCount}件`,
    ...report.notes.map((note) => `  ${note}`),
    ...report.lines
      .filter(({ kind, needsChoice }) => kind === 'problem' || needsChoice)
      .map(
        ({ sheet, cell, label, kind, words }) => `  ${sheet} ${cell} ${label}：${kindWords[kind]}。${words}`,
      ),
  ]
}
