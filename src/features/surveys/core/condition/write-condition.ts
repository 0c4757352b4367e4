import type { Condition, Operator } from './parse-condition.ts'

/** How a language of another program writes the parts of a condition. */
export type ConditionDialect = {
  compare: (column: string, operator: Operator, value: string | number) => string
  selected: (column: string, code: string) => string
  answered: (column: string) => string
  and: string
  or: string
  not: (inner: string) => string
}

/** A condition in another language, or in ours (`ownDialect`). Alternatives inside conjunctions stand in brackets. */
export function writeCondition(condition: Condition, dialect: ConditionDialect): string {
  switch (condition.kind) {
    case 'compare':
      return dialect.compare(condition.column, condition.operator, condition.value)
    case 'selected':
      return dialect.selected(condition.column, condition.code)
    case 'answered':
      return dialect.answered(condition.column)
    case 'in': {
      const parts = condition.values.map((value) => dialect.compare(condition.column, '=', value))
      return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(dialect.or)})`
    }
    case 'not':
      return dialect.not(writeCondition(condition.inner, dialect))
    case 'and':
      return condition.parts
        .map((part) =>
          part.kind === 'or' ? `(${writeCondition(part, dialect)})` : writeCondition(part, dialect),
        )
        .join(dialect.and)
    case 'or':
      return condition.parts.map((part) => writeCondition(part, dialect)).join(dialect.or)
  }
}

const plainName = /^[\p{L}_][\p{L}\p{N}_.]*$/u
const own = (column: string) => (plainName.test(column) ? column : `\`${column}\``)
const quoted = (value: string | number) =>
  typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`

export const ownDialect: ConditionDialect = {
  compare: (column, operator, value) => `${own(column)} ${operator} ${quoted(value)}`,
  selected: (column, code) => `selected(${own(column)}, ${quoted(code)})`,
  answered: (column) => `answered(${own(column)})`,
  and: ' and ',
  or: ' or ',
  not: (inner) => `not (${inner})`,
}
