import { sdgTaxonomyId, yearOfTarget } from '#src/lib/taxonomy/sdgs.ts'
import type { Rule } from './finding.ts'

/** SD004: the target's own year is over before the plan begins. */
export const earlyTarget: Rule = {
  id: 'SD004',
  group: 'SD',
  severity: 'I',
  title: '期限の過ぎたSDGsのターゲット',
  rationale: '2020年までのターゲットが24あります。',
  needs: [],
  check: ({ plan, measures }) =>
    measures.flatMap(({ id, sdgs }) =>
      sdgs
        .filter(
          ({ taxonomy, target }) =>
            taxonomy === sdgTaxonomyId && target && yearOfTarget(target) < plan.period.fiscalYears[0],
        )
        .map(({ target = '' }) => ({
          subjectId: id,
          field: 'sdgs',
          key: target,
          message: `ターゲット${target}の期限は${yearOfTarget(target)}年でした。`,
          advice: 'ほかのターゲットにするか、続ける理由を書いてください。',
        })),
    ),
}
