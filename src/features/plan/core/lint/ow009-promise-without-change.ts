import type { Rule } from './finding.ts'

/** OW009: a resident was told that the plan was changed, and no change is shown. */
export const promiseWithoutChange: Rule = {
  id: 'OW009',
  group: 'OW',
  severity: 'E',
  gate: 'G4',
  title: '「反映」とした意見の変更箇所がない',
  rationale: '反映と答えたなら、どこが変わったかを示す必要があります。',
  needs: ['promises'],
  check: ({ plan, items }, { promises = [] }) => {
    const known = new Set([...items.keys(), ...plan.indicators.map(({ id }) => id)])
    return promises.map(({ itemId = '', ref, words }) => ({
      subjectId: known.has(itemId) ? itemId : plan.planId,
      key: ref,
      message: `「反映」とした意見の変更箇所がありません（${words}）。`,
      advice: '変わった箇所を市の考え方に結ぶか、対応の区分を直してください。',
    }))
  },
}
