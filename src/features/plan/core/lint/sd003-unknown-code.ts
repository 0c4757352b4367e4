import { goalExists, sdgTaxonomyId, targetExists } from '#src/lib/taxonomy/sdgs.ts'
import type { Rule } from './finding.ts'

/** SD003: a goal or target that the taxonomy does not have. */
export const unknownCode: Rule = {
  id: 'SD003',
  group: 'SD',
  severity: 'E',
  gate: 'G2',
  title: 'SDGsにないゴールかターゲット',
  rationale: '番号の書き間違いは、紙に残ります。',
  needs: [],
  check: ({ measures }) =>
    measures.flatMap(({ id, sdgs }) =>
      sdgs
        .filter(({ taxonomy }) => taxonomy === sdgTaxonomyId)
        .flatMap(({ goal, target }) => {
          const isKnown =
            goalExists(goal) && (!target || (targetExists(target) && target.startsWith(`${goal}.`)))
          if (isKnown) return []
          return [
            {
              subjectId: id,
              field: 'sdgs',
              key: `${goal}|${target ?? ''}`,
              message: goalExists(goal)
                ? `ゴール${goal}に「${target}」というターゲットはありません。`
                : `「${goal}」というゴールはありません。`,
              advice: '番号を確かめてください。',
            },
          ]
        }),
    ),
}
