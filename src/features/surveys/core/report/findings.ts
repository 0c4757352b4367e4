import { fewAnswers } from '../estimate/statistic-result.ts'
import type { PublishedTable } from '../results/publication-format.ts'
import type { ResultTable } from '../results/result-tables.ts'

type Shares = { label: string; words: string; share: number }

/**
 * What a table says, in one sentence of a fixed form with its n. Nothing is said on fewer than 30 answers, nor of a
 * question nobody answered.
 */
export function simpleFinding({ base, lines, kind, score }: ResultTable): string {
  if (base < fewAnswers) return ''
  if (kind === 'number') return score === undefined ? '' : `平均は${score}です（n＝${grouped(base)}）。`
  const answers = lines
    .filter(({ isMissing }) => !isMissing)
    .map(({ label, percent, weighted, share }) => ({ label, words: weighted || percent, share }))
  return sentenceOf(answers, base)
}

/** The same of a published table: what is hidden is not spoken of, and then nothing is. */
export function publishedFinding({ columns, lines }: PublishedTable): string {
  const at = columns.findIndex(({ label }) => label === '全体')
  const base = columns[at]?.base
  if (!base || base < fewAnswers) return ''
  const shares = lines
    .filter(({ label }) => label !== '無回答' && label !== '無効')
    .map(({ label, shares: all }) => ({ label, share: all[at] }))
  if (shares.some(({ share }) => share === null || share === undefined)) return ''
  const known = shares.map(({ label, share }) => ({
    label,
    share: share ?? 0,
    words: (Math.floor((share ?? 0) * 1000 + 0.5 + 1e-9) / 10).toFixed(1),
  }))
  return sentenceOf(known, base)
}

function sentenceOf(answers: readonly Shares[], base: number): string {
  const sorted = answers.toSorted((a, b) => b.share - a.share)
  const [first, second] = sorted
  if (!first || first.share <= 0) return ''
  const top = sorted.filter(({ words }) => words === first.words)
  const n = `（n＝${grouped(base)}）`
  if (top.length > 3) return ''
  if (top.length > 1)
    return `${top.map(({ label }) => `「${label}」`).join('と')}が並んで最も多く、${first.words}％です${n}。`
  const next = second && second.share > 0 ? `、次いで「${second.label}」が${second.words}％` : ''
  return `「${first.label}」が最も多く${first.words}％${next}です${n}。`
}

const grouped = (count: number) => count.toLocaleString('en-US')
