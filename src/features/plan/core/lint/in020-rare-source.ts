import { normalForm } from '#src/lib/text/normal-form.ts'
import type { Rule } from './finding.ts'

/** Official statistics that are not taken every year, with their cycle in years (統計法の基幹統計調査と主な一般統計調査). */
const cycles: readonly (readonly [name: string, years: number])[] = [
  ['国勢調査', 5],
  ['経済センサス', 5],
  ['農林業センサス', 5],
  ['漁業センサス', 5],
  ['住宅・土地統計調査', 5],
  ['就業構造基本調査', 5],
  ['社会生活基本調査', 5],
  ['全国家計構造調査', 5],
  ['パーソントリップ調査', 10],
  ['道路交通センサス', 5],
  ['国民生活基礎調査', 3],
]

/** IN020: a plan that is looked at every year cannot be judged by a source that comes every five. */
export const rareSource: Rule = {
  id: 'IN020',
  group: 'IN',
  severity: 'W',
  gate: 'G2',
  title: '調査の周期が点検の周期より長い',
  rationale: '5年ごとの調査では、毎年の点検ができません。',
  needs: [],
  /** The cycle of the yearly progress, in years. */
  thresholds: [1],
  check: ({ plan }, _context, [evaluation = 1]) =>
    plan.indicators.flatMap(({ id, name, source, frequency, target }) => {
      if (target?.kind === 'monitor-only') return []
      const ref = source.ref === '' ? '' : normalForm(source.ref)
      const known = cycles.find(([survey]) => ref.includes(survey))
      const years = yearsOf(frequency) ?? known?.[1]
      if (years === undefined || years <= evaluation) return []
      const said = known ? `${known[0]}（${years}年ごと）` : `${years}年ごとの調査`
      return [
        {
          subjectId: id,
          field: 'source',
          message: `「${name}」は${said}のため、毎年の点検ができません。`,
          advice: '毎年わかる値を並べるか、「経過を見る」指標にしてください。',
        },
      ]
    }),
}

/** 「5年ごと」「3年に1回」 → 5, 3; undefined where the frequency says nothing of years. */
function yearsOf(frequency: string): number | undefined {
  if (frequency === '') return undefined
  const text = frequency.normalize('NFKC')
  if (/毎年|年1回|年度ごと|毎月|四半期/.test(text)) return 1
  const years = /(\d+)年(?:ごと|毎|に1)/.exec(text)?.[1]
  return years ? Number(years) : undefined
}
