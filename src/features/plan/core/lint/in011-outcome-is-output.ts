import { normalForm } from '#src/lib/text/normal-form.ts'
import type { Rule } from './finding.ts'

/** IN011: an outcome with the very name of an output of the same item. */
export const outcomeIsOutput: Rule = {
  id: 'IN011',
  group: 'IN',
  severity: 'W',
  gate: 'G2',
  title: '成果指標が活動指標と同じ',
  rationale: 'ある市の評価シートでは、794の成果指標のうち38が活動指標と同じ名前でした。',
  needs: [],
  check: ({ indicatorsOf }) =>
    [...indicatorsOf.values()].flatMap((own) => {
      const outputs = new Map(
        own.filter(({ kind }) => kind === 'output').map((one) => [normalForm(one.name), one.id]),
      )
      return own
        .filter(({ kind, name }) => kind === 'outcome' && outputs.has(normalForm(name)))
        .map(({ id, name }) => ({
          subjectId: id,
          field: 'name',
          relatedIds: [outputs.get(normalForm(name)) ?? ''],
          message: `成果指標が活動指標と同じです（${name}）。`,
          advice: '行った結果、何が変わったかを測る指標にしてください。',
        }))
    }),
}
