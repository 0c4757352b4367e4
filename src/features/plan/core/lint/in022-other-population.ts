import { groupedNumber } from '#src/lib/text/number-format.ts'
import type { Rule } from './finding.ts'
import type { PlanIndex } from './plan-index.ts'
import {
  framePersons,
  groupOf,
  groupWords,
  type StatedPopulation,
  statedPopulations,
} from './stated-population.ts'

/** IN022: the residents an indicator divides by are others than those the plan is made for. */
export const otherPopulation: Rule = {
  id: 'IN022',
  group: 'IN',
  severity: 'E',
  gate: 'G3',
  title: '分母の人口が計画フレームと違う',
  rationale: '同じ市の人口が、ページごとに違ってはいけません。',
  needs: ['frame'],
  thresholds: [1],
  check: ({ plan }, { frame }, [percent = 1]) =>
    plan.indicators.flatMap(({ id, name, formula }) => {
      const group = formula && groupOf(formula.denominator)
      if (!frame || !formula || !group) return []
      return statedIn(plan, `${formula.denominator} ${formula.denominatorSource}`).flatMap(
        ({ year, persons }) => {
          const projected = framePersons(frame, group, year)
          if (projected === undefined || Math.abs(persons - projected) <= (projected * percent) / 100)
            return []
          return [
            {
              subjectId: id,
              field: 'formula',
              key: `${group}|${year}`,
              message: `「${name}」の分母の人口が計画フレームと違います（${year}年の${groupWords[group]}：${people(persons)}／${people(projected)}）。`,
              advice: '計画フレームの人口を使うか、違う人口を使う理由を技術ノートに書いてください。',
            },
          ]
        },
      )
    }),
}

/** In words, and in the data points they quote. */
function statedIn(plan: PlanIndex['plan'], words: string): StatedPopulation[] {
  const quoted = new Set(words.match(/dp_[0-9a-z]{10}/g))
  const points = plan.dataPoints.filter(({ id }) => quoted.has(id))
  return [words, ...points.map(({ asOf, value }) => `${asOf} ${value}人`)].flatMap(statedPopulations)
}

const people = (persons: number) => `${groupedNumber(Math.round(persons), 0)}人`
