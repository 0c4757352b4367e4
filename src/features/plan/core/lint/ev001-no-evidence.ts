import { reasonsOf } from '../evidence-reasons.ts'
import type { Rule } from './finding.ts'

/** EV001: issues that rest on nothing. */
export const noEvidence: Rule = {
  id: 'EV001',
  group: 'EV',
  severity: 'W',
  gate: 'G2',
  title: '課題に根拠がない',
  rationale: '何を見てそれを課題としたのかが分からないと、話し合えません。',
  needs: [],
  check: ({ plan, measures, nameOf }) => {
    const supported = new Set(
      reasonsOf(plan)
        .filter(({ supersededBy }) => !supersededBy)
        .map(({ from }) => from),
    )
    return measures
      .filter(
        ({ id, issues }) =>
          issues.length > 0 && !supported.has(id) && !issues.some((issue) => supported.has(issue.id)),
      )
      .map((measure) => ({
        subjectId: measure.id,
        field: 'issues',
        message: `${nameOf(measure)}の課題に根拠がありません。`,
        advice: '「根拠」の画面で、調査・統計・市民の声などを結び付けてください。',
      }))
  },
}
