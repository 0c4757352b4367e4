import { parseCondition } from '../condition/parse-condition.ts'
import { readCondition } from '../condition/read-condition.ts'
import { type ConditionDialect, ownDialect, writeCondition } from '../condition/write-condition.ts'

const text = (value: string | number) => (typeof value === 'number' ? String(value) : `'${value}'`)

const xpath: ConditionDialect = {
  compare: (column, operator, value) => `\${${column}} ${operator} ${text(value)}`,
  selected: (column, code) => `selected(\${${column}}, '${code}')`,
  answered: (column) => `\${${column}} != ''`,
  and: ' and ',
  or: ' or ',
  not: (inner) => `not(${inner})`,
}

/** `show_if` as the `relevant` of an XLSForm. */
export const relevantOf = (showIf: string): string =>
  showIf === '' ? '' : writeCondition(parseCondition(showIf), xpath)

/** A `relevant` as `show_if`, as far as it uses what we know: comparisons, selected, and, or, not. */
export function showIfOfRelevant(relevant: string): { showIf: string } | { problem: string } {
  if (relevant.trim() === '') return { showIf: '' }
  const plain = relevant
    .replaceAll(/\$\{([^}]+)\}\s*!=\s*(?:''|"")/g, 'answered(`$1`)')
    .replaceAll(/\$\{([^}]+)\}\s*=\s*(?:''|"")/g, 'not answered(`$1`)')
    .replaceAll(/\$\{([^}]+)\}/g, '`$1`')
  const read = readCondition(plain)
  if (read.problem !== undefined) return { problem: read.problem }
  return { showIf: writeCondition(read.condition, ownDialect) }
}
