import { ageWords, groupCount } from './age-groups.ts'
import { type CheckedPeriod, checkLength } from './check-values.ts'
import type { Fertility } from './projection-inputs.ts'

/** Impossible fertility stops; unusual fertility (srb, tfr, cwr outside the usual range) is told. */
export function checkFertility(checked: CheckedPeriod, fertility: Fertility) {
  if (fertility.kind === 'cwr') return checkRatio(checked, fertility)
  const values = fertility.kind === 'asfr' ? fertility.asfr : fertility.shape
  checkRates(checked, { name: fertility.kind === 'asfr' ? 'asfr' : 'shape', values })
  checkNumber(checked, { name: 'srb', value: fertility.srb, words: '出生性比', usual: [0.9, 1.2] })
  if (fertility.kind === 'asfr') return
  checkNumber(checked, { name: 'tfr', value: fertility.tfr, words: '合計特殊出生率', usual: [0.5, 4] })
  const sum = fertility.shape.reduce((total, share) => total + share, 0)
  if (Math.abs(sum - 1) <= 1e-6) return
  stop(checked, 'shape', `年齢別の割合の合計が${sum}です。1になるようにしてください`)
}

function checkRatio(checked: CheckedPeriod, { cwr, sexRatio04 }: Extract<Fertility, { kind: 'cwr' }>) {
  checkNumber(checked, { name: 'cwr', value: cwr, words: '子ども女性比', usual: [0, 0.6] })
  checkNumber(checked, { name: 'sexRatio04', value: sexRatio04, words: '0～4歳性比', usual: [0.9, 1.2] })
}

type NumberToCheck = { name: string; value: number; words: string; usual: readonly [number, number] }

function checkNumber(checked: CheckedPeriod, { name, value, words, usual }: NumberToCheck) {
  if (!Number.isFinite(value) || value < 0) return stop(checked, name, `${words}が${value}です`)
  if (value >= usual[0] && value <= usual[1]) return
  const message = `${words}が${value}です（ふつうは${usual[0]}から${usual[1]}）`
  checked.report.warnings.push({ code: 'E-RANGE', path: pathOf(checked, name), message })
}

/** Rates are 0 in the youngest and in the open group: births there have no place in the formula. */
function checkRates(checked: CheckedPeriod, { name, values }: { name: string; values: readonly number[] }) {
  const { ages } = checked.inputs
  const expected = groupCount(ages)
  const path = pathOf(checked, name)
  if (!checkLength(values, { path, expected, report: checked.report, last: `${ages.openFrom}歳以上` })) return
  for (const [group, value] of values.entries()) {
    if (!Number.isFinite(value) || value < 0)
      stop(checked, name, `${ageWords(ages, group)}の出生率が${value}です`)
  }
  for (const group of [0, expected - 1]) {
    if (values[group] === 0) continue
    stop(checked, name, `${ageWords(ages, group)}の出生率は0でなければなりません（${values[group]}）`)
  }
}

const pathOf = ({ at }: CheckedPeriod, name: string) => `periods.${at}.fertility.${name}`

function stop(checked: CheckedPeriod, name: string, message: string) {
  const isNumber = !/NaN|Infinity|undefined|null/.test(message)
  checked.report.problems.push({ code: isNumber ? 'E-RANGE' : 'E-NAN', path: pathOf(checked, name), message })
}
