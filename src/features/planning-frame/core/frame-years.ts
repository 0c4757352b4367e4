import type { StateBySex } from '#src/lib/demography/cohort-component.ts'
import type { AgeGroups, Basis } from '#src/lib/demography/projection-inputs.ts'
import { type AgeBand, ageBands, personsIn } from '#src/lib/demography/weighted-sum.ts'
import { stateInYear } from './age-table.ts'
import type { ScenarioRun } from './run-scenario.ts'

/** One calendar year of the adopted frame, unrounded; between two states everything lies on the straight line. */
export type FrameYear = {
  year: number
  /** Whether the projection has a state of this year itself. */
  isState: boolean
  total: number
  child: number
  workingAge: number
  elderly: number
  women20to39: number
  households: number | undefined
  workers: number | undefined
  /** Residents by sex and age, for any other group of ages (`personsOfAges`). */
  state: StateBySex
}

/** 計画フレームの人口: what the adopted frame says for every year from its base to its end. */
export type FramePopulation = {
  frameId: string
  scenarioName: string
  /** The year the plan is made for, and the number that was adopted for it. */
  frameYear: number
  framePersons: number
  basis: Basis
  ages: AgeGroups
  years: FrameYear[]
}

/** Every calendar year of a run. */
export function frameYears({ result, households, workers }: ScenarioRun): FrameYear[] {
  const [first, last] = [result.years[0] ?? 0, result.years.at(-1) ?? -1]
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).flatMap((year) => {
    const state = stateInYear(result, year)
    if (!state) return []
    const persons = (band: AgeBand) => personsIn(state, band, result.ages)
    return [
      {
        year,
        isState: result.years.includes(year),
        total: persons(ageBands.total),
        child: persons(ageBands.child),
        workingAge: persons(ageBands.workingAge),
        elderly: persons(ageBands.elderly),
        women20to39: persons(ageBands.women20to39),
        households: between(households, year),
        workers: between(workers, year),
        state,
      },
    ]
  })
}

function between(rows: readonly { year: number; total: number }[], year: number): number | undefined {
  const before = rows.findLast((row) => row.year <= year)
  const after = rows.find((row) => row.year >= year)
  if (!before || !after) return undefined
  const part = after.year > before.year ? (year - before.year) / (after.year - before.year) : 0
  return before.total + part * (after.total - before.total)
}

/** The persons of a group of ages in one year; nothing where the ages of the frame do not tell. */
export function personsOfAges(
  { ages }: Pick<FramePopulation, 'ages'>,
  { state }: Pick<FrameYear, 'state'>,
  band: AgeBand,
): number | undefined {
  if (band.from > ages.openFrom || (band.to ?? 0) > ages.openFrom) return undefined
  return personsIn(state, band, ages)
}

/** The group of residents that words such as 「65歳以上の人口」「75〜84歳の人口」「人口」 mean; nothing for other words. */
export function residentsMeant(words: string): AgeBand | undefined {
  const plain = words.normalize('NFKC').replaceAll(/\s/g, '')
  const found = /^(?:(?:市の|本市の|総)*)(.*?)の?(?:総?人口|住民(?:の数)?|市民(?:の数)?|女性人口)$/.exec(
    plain,
  )
  if (!found) return undefined
  const group = found[1] ?? ''
  const sexes = /女性/.test(plain) ? ({ sexes: 'F' } as const) : {}
  if (/^(市|市の|女性|総)?$/.test(group)) return { from: 0, ...sexes }
  const closed = /^(\d{1,3})歳?[~〜～-](\d{1,3})歳の?(女性)?$/.exec(group)
  if (closed) return { from: Number(closed[1]), to: Number(closed[2]) + 1, ...sexes }
  const open = /^(\d{1,3})歳以上の?(女性)?$/.exec(group)
  if (open) return { from: Number(open[1]), ...sexes }
  const under = /^(\d{1,3})歳未満の?(女性)?$/.exec(group)
  if (under) return { from: 0, to: Number(under[1]), ...sexes }
  return namedGroups[group]
}

const namedGroups: Readonly<Record<string, AgeBand>> = {
  年少: ageBands.child,
  生産年齢: ageBands.workingAge,
  老年: ageBands.elderly,
  高齢者: ageBands.elderly,
}
