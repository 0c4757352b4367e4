import type { CellValue } from 'exceljs'
import type { ReadValue } from '#src/lib/table/table.ts'

/** A cell as the library gives it, as one of our few kinds; an empty one is undefined. */
export function readCellValue(value: CellValue): ReadValue | undefined {
  if (value === null || value === undefined || value === '') return undefined
  if (typeof value === 'string') return { kind: 'text', text: value }
  if (typeof value === 'boolean') return { kind: 'flag', isTrue: value }
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return { kind: 'number', number: value }
    return { kind: 'problem', problem: 'unreadable', shown: String(value) }
  }
  if (value instanceof Date) return dayOf(value)
  if ('error' in value) return { kind: 'problem', problem: 'error-value', shown: String(value.error) }
  if ('richText' in value) return textOf(value.richText.map(({ text }) => text ?? '').join(''))
  if ('text' in value) return textOf(String(value.text))
  if ('formula' in value || 'sharedFormula' in value)
    return { kind: 'problem', problem: 'formula', shown: '' }
  return undefined
}

const textOf = (text: string): ReadValue | undefined => (text === '' ? undefined : { kind: 'text', text })

/** The library counts days in UTC. Before 1900-01-02 there are only times of a day. */
function dayOf(date: Date): ReadValue {
  if (Number.isNaN(date.getTime())) return { kind: 'problem', problem: 'unreadable', shown: '日付' }
  const text = date.toISOString()
  return date.getTime() < Date.UTC(1900, 0, 2)
    ? { kind: 'text', text: text.slice(11, 16) }
    : { kind: 'day', day: text.slice(0, 10) }
}
