import type { Rule } from './finding.ts'

const money = new Set(['円', '千円', '百万円', '億円'])
const spending = /補助|助成|交付|支給|給付|貸付|支出|支払|事業費|経費|負担金|扶助/

/** IN012: money the city pays is called an outcome. */
export const spendingAsOutcome: Rule = {
  id: 'IN012',
  group: 'IN',
  severity: 'W',
  gate: 'G2',
  title: '市が支払う額が成果になっている',
  rationale: '支払った額が増えることは、成果ではなく費用です。',
  needs: [],
  check: ({ plan }) =>
    plan.indicators
      .filter(({ kind, unit, name }) => kind === 'outcome' && money.has(unit) && spending.test(name))
      .map(({ id, name }) => ({
        subjectId: id,
        field: 'kind',
        message: `「${name}」は市が支払う額で、成果になっています。`,
        advice: '活動指標にするか、支払った結果の変化を測る指標にしてください。',
      })),
}
