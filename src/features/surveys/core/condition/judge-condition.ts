import { type Cell, cellsOf, hasColumn, type SurveyFrame } from '../frame/survey-frame.ts'
import { type Condition, columnsOf, type Operator, parseCondition } from './parse-condition.ts'

/** Whether a row meets a condition; undefined where an answer it needs is missing. */
export type Judgement = boolean | undefined

/**
 * A condition over the rows of a frame. Refuses (RangeError) unknown columns and conditions it cannot read.
 */
export function judgeCondition(frame: SurveyFrame, text: string): (row: number) => Judgement {
  const condition = parseCondition(text)
  for (const column of columnsOf(condition)) {
    if (!hasColumn(frame, column) && frame.marks.get(column) === undefined)
      throw new RangeError(`条件「${text}」の列「${column}」がありません`)
  }
  return judge(frame, condition)
}

/** Rows that meet a condition as 1; those that do not, or of which it is not known, as 0. */
export function rowsMeeting(frame: SurveyFrame, text: string): Uint8Array {
  const isMet = judgeCondition(frame, text)
  return Uint8Array.from({ length: frame.rows }, (_, row) => (isMet(row) ? 1 : 0))
}

/** 1 where a condition is met, 0 where not, NaN where an answer it needs is missing. */
export function indicatorFor(frame: SurveyFrame, text: string): Float64Array {
  const isMet = judgeCondition(frame, text)
  return Float64Array.from({ length: frame.rows }, (_, row) => {
    const judgement = isMet(row)
    return judgement === undefined ? Number.NaN : judgement ? 1 : 0
  })
}

function judge(frame: SurveyFrame, condition: Condition): (row: number) => Judgement {
  if (condition.kind === 'and' || condition.kind === 'or') return judgeSeveral(frame, condition)
  if (condition.kind === 'not') {
    const inner = judge(frame, condition.inner)
    return (row) => {
      const judgement = inner(row)
      return judgement === undefined ? undefined : !judgement
    }
  }
  if (condition.kind === 'selected') return judgeSelected(frame, condition)
  if (condition.kind === 'answered') return judgeAnswered(frame, condition.column)
  const cells = cellsOf(frame, condition.column)
  const isMet =
    condition.kind === 'in'
      ? (cell: string) => condition.values.some((value) => compares(cell, '=', value))
      : (cell: string) => compares(cell, condition.operator, condition.value)
  return (row) => {
    const cell = cells[row] as Cell
    return typeof cell === 'number' ? undefined : isMet(cell)
  }
}

/** One false is enough for “and”, one true for “or”, whatever is missing. */
function judgeSeveral(
  frame: SurveyFrame,
  { kind, parts }: { kind: 'and' | 'or'; parts: readonly Condition[] },
): (row: number) => Judgement {
  const judges = parts.map((part) => judge(frame, part))
  const deciding = kind === 'or'
  return (row) => {
    let isOpen = false
    for (const one of judges) {
      const judgement = one(row)
      if (judgement === deciding) return deciding
      if (judgement === undefined) isOpen = true
    }
    return isOpen ? undefined : !deciding
  }
}

function judgeAnswered(frame: SurveyFrame, column: string): (row: number) => Judgement {
  const marks = frame.marks.get(column)
  if (!marks) {
    const cells = cellsOf(frame, column)
    return (row) => typeof cells[row] !== 'number'
  }
  const columns = marks.map(({ column: mark }) => cellsOf(frame, mark))
  return (row) => columns.some((cells) => cells[row] === '1')
}

function judgeSelected(
  frame: SurveyFrame,
  { column, code }: { column: string; code: string },
): (row: number) => Judgement {
  const marks = frame.marks.get(column)
  if (!marks) return judge(frame, { kind: 'compare', column, operator: '=', value: code })
  const mark = marks.find((one) => one.code === code)
  if (!mark) throw new RangeError(`「${column}」に選択肢「${code}」がありません`)
  return judge(frame, { kind: 'compare', column: mark.column, operator: '=', value: '1' })
}

function compares(cell: string, operator: Operator, value: string | number): boolean {
  if (typeof value === 'string' && (operator === '=' || operator === '!='))
    return (cell === value) === (operator === '=')
  const [left, right] = [numberOf(cell), numberOf(value)]
  if (operator === '=') return left === right
  if (operator === '!=') return left !== right
  if (operator === '<') return left < right
  if (operator === '<=') return left <= right
  return operator === '>' ? left > right : left >= right
}

function numberOf(value: string | number): number {
  if (typeof value === 'number') return value
  const number = value.trim() === '' ? Number.NaN : Number(value)
  if (Number.isNaN(number)) throw new RangeError(`「${value}」は数ではないので、大小を比べられません`)
  return number
}
