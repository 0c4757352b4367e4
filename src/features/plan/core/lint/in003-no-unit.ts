import { listedUnit } from '#src/lib/unit/units.ts'
import type { Rule } from './finding.ts'

/** IN003: the unit is missing, or no unit. */
export const noUnit: Rule = {
  id: 'IN003',
  group: 'IN',
  severity: 'E',
  gate: 'G2',
  title: '単位がないか、単位の一覧にない',
  rationale: '単位のない数は読めません。公開された評価シートには、単位が「0」のものがあります。',
  needs: [],
  check: ({ plan }) =>
    plan.indicators
      .filter(({ unit }) => listedUnit(unit) === undefined)
      .map(({ id, name, unit }) => ({
        subjectId: id,
        field: 'unit',
        message: unit ? `「${name}」の単位が「${unit}」です。` : `「${name}」に単位がありません。`,
        advice: '人・件・％など、一覧にある単位を書いてください。',
      })),
}
