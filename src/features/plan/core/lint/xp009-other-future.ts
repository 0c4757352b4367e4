import { groupedNumber } from '#src/lib/text/number-format.ts'
import type { Rule } from './finding.ts'
import { framePersons, statedPopulations } from './stated-population.ts'

/** XP009: another plan of the city reckons with another number of residents for the same year. */
export const otherFuture: Rule = {
  id: 'XP009',
  group: 'XP',
  severity: 'E',
  gate: 'G3',
  title: '将来人口が他の計画と違う',
  rationale: '前提の人口が違う計画は、比べられません。',
  needs: ['frame'],
  thresholds: [0.5],
  check: ({ plan }, { frame }, [percent = 0.5]) =>
    plan.relatedPlans.flatMap(({ id, name, tier, populationBasis = '' }) => {
      if (!frame || tier !== 'city') return []
      return statedPopulations(populationBasis).flatMap(({ year, persons }) => {
        const projected = framePersons(frame, 'all', year)
        if (projected === undefined || Math.abs(persons - projected) <= (projected * percent) / 100) return []
        return [
          {
            subjectId: plan.planId,
            field: 'relatedPlans',
            relatedIds: [id],
            key: String(year),
            message: `${year}年の将来人口が「${name}」と違います（${people(projected)}／${people(persons)}）。`,
            advice: 'どちらの推計を使うかを決め、違いが残るときは理由を基本構想に書いてください。',
          },
        ]
      })
    }),
}

const people = (persons: number) => `${groupedNumber(Math.round(persons), 0)}人`
