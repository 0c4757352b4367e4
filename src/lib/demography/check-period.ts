import { ageWords, groupCount } from './age-groups.ts'
import { checkFertility } from './check-fertility.ts'
import { type CheckedPeriod, checkLength, type LengthToCheck, sexWords } from './check-values.ts'
import type { AgeValues, Migration, PeriodInputs } from './projection-inputs.ts'
import { sexes } from './projection-inputs.ts'

/** Checks the arrays of one period: lengths, finite numbers, ranges, pool and control. */
export function checkPeriod(checked: CheckedPeriod) {
  const period = periodOf(checked)
  checkSurvival(checked)
  checkMigration(checked, period.migration)
  checkFertility(checked, period.fertility)
  for (const [at, addition] of (period.additions ?? []).entries()) {
    checkValues(addition, { checked, name: `additions.${at}`, moves: false })
  }
  checkControl(checked)
  tellYoungestMovers(checked)
}

/**
 * A child–woman ratio already holds the moves of the youngest, so movers given for them are left out, and
 * told.
 */
function tellYoungestMovers({ at, report, inputs }: CheckedPeriod) {
  const { fertility, migration, additions = [], from, to } = inputs.periods[at] as PeriodInputs
  if (fertility.kind !== 'cwr') return
  const counted = migration.kind === 'net-count' || migration.kind === 'net-proportion' ? [migration] : []
  const hasYoungest = [...counted, ...additions].some(({ M, F }) => M[0] !== 0 || F[0] !== 0)
  if (!hasYoungest) return
  const words = `${from}～${to}年の${ageWords(inputs.ages, 0)}の転入は、子ども女性比に含まれるので加えていません`
  report.warnings.push({ code: 'W-YOUNGEST', path: `periods.${at}`, message: words })
}

export const periodOf = ({ inputs, at }: CheckedPeriod) => inputs.periods[at] as PeriodInputs

/**
 * Length of arrays that follow the survival ratios: n when the open group is pooled, n + 1 when it is split.
 */
const moveCount = (checked: CheckedPeriod) =>
  groupCount(checked.inputs.ages) + (periodOf(checked).openGroup === 'split' ? 1 : 0)

type ValuesToCheck = { checked: CheckedPeriod; name: string; moves: boolean }

function checkValues(values: AgeValues, { checked, name, moves }: ValuesToCheck) {
  const { inputs, at, report } = checked
  const expected = moves ? moveCount(checked) : groupCount(inputs.ages)
  for (const sex of sexes) {
    const where: LengthToCheck = {
      path: `periods.${at}.${name}.${sex}`,
      expected,
      report,
      last: `${inputs.ages.openFrom}歳以上`,
    }
    checkLength(values[sex], where)
    for (const [group, value] of values[sex].entries()) {
      if (Number.isFinite(value)) continue
      const message = `${where.path}の${group + 1}番目が数ではありません`
      report.problems.push({ code: 'E-NAN', path: `${where.path}.${group}`, message })
    }
  }
}

/**
 * Ratios above 1 stop the run, with one exception: without migration and with a child–woman ratio the array
 * may hold cohort change ratios (コーホート変化率), in which moves are already contained. That is told as a warning.
 */
function checkSurvival(checked: CheckedPeriod) {
  const { inputs, at, report } = checked
  const { survival, migration, fertility, from, to } = periodOf(checked)
  checkValues(survival, { checked, name: 'survival', moves: true })
  const mayBeChange = migration.kind === 'none' && fertility.kind === 'cwr'
  let above = 0
  for (const sex of sexes) {
    for (const [move, ratio] of survival[sex].entries()) {
      if (ratio >= 0 && ratio <= 1) continue
      if (ratio > 1 && mayBeChange) above += 1
      else if (Number.isFinite(ratio)) {
        const group = Math.min(move, groupCount(inputs.ages) - 1)
        const who = `${from}～${to}年、${sexWords[sex]}${ageWords(inputs.ages, group)}への生残率`
        const message = `${who}が${ratio}です。0から1の間にしてください`
        report.problems.push({ code: 'E-RANGE', path: `periods.${at}.survival.${sex}.${move}`, message })
      }
    }
  }
  if (above === 0) return
  const message = `${from}～${to}年の生残率に1を超える値が${above}個あります。移動を含むコーホート変化率として計算しました`
  report.warnings.push({ code: 'W-CHANGE-RATIO', path: `periods.${at}.survival`, message })
}

function checkMigration(checked: CheckedPeriod, migration: Migration) {
  switch (migration.kind) {
    case 'none':
      return
    case 'net-rate':
      return checkValues(migration, { checked, name: 'migration', moves: true })
    case 'net-count':
    case 'net-proportion':
      return checkValues(migration, { checked, name: 'migration', moves: false })
    case 'out-alloc':
      return checkPool(checked, migration)
  }
}

function checkPool(checked: CheckedPeriod, flows: Extract<Migration, { kind: 'out-alloc' }>) {
  const { at, report } = checked
  checkValues(flows.out, { checked, name: 'migration.out', moves: true })
  checkValues(flows.alloc, { checked, name: 'migration.alloc', moves: true })
  if (flows.pool !== 'system') checkValues(flows.pool, { checked, name: 'migration.pool', moves: true })
  for (const name of ['out', 'alloc'] as const) {
    for (const sex of sexes) {
      const wrong = flows[name][sex].findIndex((rate) => rate < 0 || rate > 1)
      if (wrong < 0) continue
      const path = `periods.${at}.migration.${name}.${sex}.${wrong}`
      const words = name === 'out' ? '転出率' : '配分率'
      const message = `${path}の${words}が${flows[name][sex][wrong]}です。0から1の間にしてください`
      report.problems.push({ code: 'E-RANGE', path, message })
    }
  }
}

function checkControl(checked: CheckedPeriod) {
  const { inputs, at, report } = checked
  const { control } = periodOf(checked)
  if (!control) return
  const path = `periods.${at}.control`
  for (const sex of sexes) {
    const values = control[sex]
    if (!values) continue
    checkLength(values, { path: `${path}.${sex}`, expected: groupCount(inputs.ages), report, last: '最後' })
    if (values.some((value) => !(value >= 0))) {
      report.problems.push({
        code: 'E-CTRL',
        path: `${path}.${sex}`,
        message: `${path}に負の値か空欄があります`,
      })
    }
  }
  const isEmpty = control.total === undefined && !control.M && !control.F
  const message = isEmpty ? `${path}に合わせる数がありません` : `${path}.totalが負です`
  if (isEmpty || (control.total ?? 0) < 0) report.problems.push({ code: 'E-CTRL', path, message })
}
