import { migrationForTarget } from '#src/lib/demography/migration-target.ts'
import type { ProjectionInputs } from '#src/lib/demography/projection-inputs.ts'
import { groupedNumber } from '#src/lib/text/number-format.ts'
import { newcomerProfile, type OwnProfile, profileLabel } from './newcomer-profiles.ts'

export type TargetQuestion = { year: number; persons: number; profile: string }
export type TargetAnswer = TargetQuestion & {
  isReached: boolean
  /** Newcomers a year on top of the scenario, negative for fewer. To a thousandth of a person. */
  personsPerYear: number
  total: number
  firstYear: number
}

/** Which migration gives this many people in this year? At most a twentieth of the residents a year is tried. */
export function answerTarget(
  inputs: ProjectionInputs,
  question: TargetQuestion,
  own: readonly OwnProfile[] = [],
): TargetAnswer {
  const residents = [...inputs.base.M, ...inputs.base.F].reduce((sum, persons) => sum + persons, 0)
  const answer = migrationForTarget(inputs, {
    year: question.year,
    persons: question.persons,
    profile: newcomerProfile(question.profile, { ages: inputs.ages, residents: inputs.base, own }),
    mostPerYear: residents / 20,
  })
  const personsPerYear = Math.round(answer.personsPerYear * 1000) / 1000
  const [period] = inputs.periods
  return { ...question, ...answer, personsPerYear, firstYear: period?.from ?? 0 }
}

/** The answer as one sentence. */
export function targetSentence(answer: TargetAnswer): string {
  const { year, persons, profile, isReached, personsPerYear, total, firstYear } = answer
  const goal = `${year}年に${groupedNumber(persons, 0)}人`
  const who = profileLabel(profile)
  const span = `${firstYear}年から${year}年まで`
  const perYear = `1年に${groupedNumber(Math.abs(personsPerYear), 1)}人`
  if (!isReached) {
    return `${goal}には届きません。${who}の転入を${perYear}${personsPerYear < 0 ? '減らして' : '増やして'}も、${groupedNumber(total, 0)}人です。`
  }
  if (Math.abs(personsPerYear) < 0.05) return `このケースのままで、${goal}になります。`
  return personsPerYear > 0
    ? `${goal}にするには、${span}、このケースより${perYear}多い転入（${who}）が必要です。`
    : `${goal}にするには、${span}、このケースより転入（${who}）が${perYear}少なくなければなりません。`
}

/** How likely the scenario without more migration is above the target; the draws allow no finer words. */
export function chanceSentence({ year, persons }: TargetQuestion, chance: number): string {
  const goal = `${year}年に${groupedNumber(persons, 0)}人を上回る見込み`
  if (chance < 0.005) return `このケースのままで、${goal}は、ほとんどありません（1％未満）。`
  if (chance > 0.995) return `このケースのままで、${goal}は、99％より大きいです。`
  return `このケースのままで、${goal}は、およそ${Math.round(chance * 100)}％です（過去の推計の誤差から）。`
}
