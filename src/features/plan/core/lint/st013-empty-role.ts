import type { Rule } from './finding.ts'

const none = /^(該当なし|特になし|なし)[。]?$/

/** ST013: one of the roles of a measure is empty; only noted where it is declared 該当なし. */
export const emptyRole: Rule = {
  id: 'ST013',
  group: 'ST',
  severity: 'W',
  gate: 'G2',
  title: '役割（自助・共助・公助）が空いている',
  rationale: '策定方針は、公助から自助・共助への転換を求めています。だれが何をするかを空けておけません。',
  needs: [],
  check: ({ plan, measures, nameOf }) =>
    measures.flatMap((measure) =>
      plan.roleSet.flatMap(({ key, label }) => {
        const text = (measure.roles[key] ?? '').trim()
        if (text && !none.test(text)) return []
        const declared = text !== ''
        return [
          {
            subjectId: measure.id,
            field: 'roles',
            key,
            ...(declared ? { severity: 'I' as const } : {}),
            message: declared
              ? `${nameOf(measure)}の「${label}」は該当なしです。`
              : `${nameOf(measure)}の「${label}」が空です。`,
            advice: declared
              ? '本当にないか、一度考えてください。'
              : 'だれが何をするかを書くか、「該当なし」と書いてください。',
          },
        ]
      }),
    ),
}
