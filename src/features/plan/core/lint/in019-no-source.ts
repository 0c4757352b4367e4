import type { Rule } from './finding.ts'

/** IN019: nobody can find where the number comes from. */
export const noSource: Rule = {
  id: 'IN019',
  group: 'IN',
  severity: 'W',
  gate: 'G3',
  title: '出典がない',
  rationale: '担当が替わっても、同じ値をもう一度出せるようにするためです。',
  needs: [],
  check: ({ plan }) =>
    plan.indicators
      .filter(
        ({ source }) =>
          source.ref.trim() === '' ||
          (source.kind === 'survey' && !/問\s*\d|Q\s*\d/i.test(source.ref.normalize('NFKC'))),
      )
      .map(({ id, name, source }) => ({
        subjectId: id,
        field: 'source',
        message:
          source.ref.trim() === ''
            ? `「${name}」に出典がありません。`
            : `「${name}」の出典に、調査の問の番号がありません。`,
        advice: '統計の名前と表、調査の問番号、台帳の名前を書いてください。',
      })),
}
