import { ageWords, groupCount } from './age-groups.ts'
import { checkPeriod } from './check-period.ts'
import { checkLength, type InputReport, sexWords } from './check-values.ts'
import { type ProjectionInputs, sexes } from './projection-inputs.ts'

/**
 * Everything that makes inputs impossible to project, and what a planner should be warned of. Nothing is
 * corrected. Codes are those of the planning frame's table of errors.
 */
export function checkInputs(inputs: ProjectionInputs): InputReport {
  const report: InputReport = { problems: [], warnings: [] }
  if (!checkAges(inputs, report)) return report
  checkBase(inputs, report)
  checkTime(inputs, report)
  for (const at of inputs.periods.keys()) checkPeriod({ inputs, at, report })
  return report
}

/** The layout of ages has to make sense before any array can be judged. */
function checkAges({ ages, step }: ProjectionInputs, { problems }: InputReport): boolean {
  const { width, openFrom } = ages
  if (step !== width) {
    problems.push({
      code: 'E-AGE',
      path: 'step',
      message: `推計の間隔（${step}年）と年齢区分の幅（${width}歳）が違います`,
    })
  }
  if (!Number.isInteger(openFrom / width) || openFrom < 50 + width) {
    const message = `最後の年齢区分「${openFrom}歳以上」が、${width}歳幅の区分に合いません（${50 + width}歳以上が必要です）`
    problems.push({ code: 'E-AGE', path: 'ages.openFrom', message })
  }
  return problems.length === 0
}

function checkBase({ base, ages }: ProjectionInputs, report: InputReport) {
  for (const sex of sexes) {
    const path = `base.${sex}`
    checkLength(base[sex], { path, expected: groupCount(ages), report, last: `${ages.openFrom}歳以上` })
    for (const [group, persons] of base[sex].entries()) {
      if (persons >= 0 && Number.isFinite(persons)) continue
      const words = `${sexWords[sex]}${ageWords(ages, group)}の人口が${persons}です`
      report.problems.push({
        code: Number.isFinite(persons) ? 'E-NEG' : 'E-NAN',
        path: `${path}.${group}`,
        message: words,
      })
    }
  }
  const unknown = (base.unknown?.M ?? 0) + (base.unknown?.F ?? 0)
  if (unknown === 0) return
  const message = `年齢不詳が${unknown}人います。先に按分してください（年齢不詳按分）`
  report.problems.push({ code: 'E-UNK', path: 'base.unknown', message })
}

function checkTime({ baseDate, periods, step }: ProjectionInputs, { problems }: InputReport) {
  const push = (path: string, message: string) => problems.push({ code: 'E-TIME', path, message })
  if (periods.length === 0) push('periods', '推計する期間がありません')
  const baseYear = Number(baseDate.slice(0, 4))
  let expected = baseYear
  for (const [at, { from, to }] of periods.entries()) {
    const path = `periods.${at}`
    if (to <= from) push(path, `期間の終わり（${to}年）が、始まり（${from}年）より後ではありません`)
    else if (to - from !== step) push(path, `期間${from}～${to}年の長さが${step}年ではありません`)
    if (from !== expected) {
      const before = at === 0 ? `基準日の年は${baseYear}年です` : `前の期間は${expected}年に終わります`
      push(path, `期間が${from}年に始まりますが、${before}`)
    }
    expected = to
  }
}
