import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Judgement, Rule } from './finding.ts'
import type { PlanIndex } from './plan-index.ts'

/** ST011: the dates of the period, its fiscal years and what the basic concept says of it do not agree. */
export const periodDisagrees: Rule = {
  id: 'ST011',
  group: 'ST',
  severity: 'E',
  gate: 'G1',
  title: '計画期間が食い違っている',
  rationale: '実際に、2023年4月から2027年3月までと印刷された「5年間の計画」があります。',
  needs: [],
  check: (index) => [...datesAgainstYears(index), ...wordsAgainstYears(index)],
}

function datesAgainstYears({ plan }: PlanIndex): Judgement[] {
  const { start, end, fiscalYears } = plan.period
  const [first, last] = fiscalYears
  if (start === `${first}-04-01` && end === `${last + 1}-03-31` && last >= first) return []
  return [
    {
      subjectId: plan.planId,
      field: 'period',
      message: `期間が${eraDay(start)}〜${eraDay(end)}ですが、年度では${first}年度から${last}年度までです。`,
      advice: '始めの年度の4月1日から、終わりの年度の次の3月31日までにそろえてください。',
    },
  ]
}

function wordsAgainstYears({ plan }: PlanIndex): Judgement[] {
  const length = plan.period.fiscalYears[1] - plan.period.fiscalYears[0] + 1
  return plan.concept.chapters.flatMap(({ heading, text }) =>
    text
      .normalize('NFKC')
      .split(/[。\n]/)
      .filter((sentence) => /(この計画|本計画|基本計画)の?(計画)?期間/.test(sentence))
      .flatMap((sentence): Judgement[] => {
        const said = /(\d{1,2})\s*(か年|ヵ年|カ年|年間)/.exec(sentence)?.[1]
        if (said === undefined || Number(said) === length) return []
        return [
          {
            subjectId: plan.planId,
            field: 'concept',
            key: 'length',
            message: `期間は${length}年間ですが、「${heading}」の本文は${said}年間です。`,
            advice: '本文か期間のどちらかを直してください。',
          },
        ]
      }),
  )
}
