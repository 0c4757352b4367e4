import type { Basis } from './basis.ts'
import { type ColumnMapping, type MappedPart, mappedParts } from './readers/tidy.ts'

/** The fields of the choice of columns are named `column-area` and so on; an empty one is no column. */
export const mappingField = (part: MappedPart) => `column-${part}`

const parts = Object.keys(mappedParts) as MappedPart[]
const bases: readonly Basis[] = ['neutral', 'census', 'register', 'projection']

/** Whether a form holds a choice of columns at all. */
export const hasMapping = (entered: Readonly<Record<string, string>>): boolean =>
  entered[mappingField('area')] !== undefined

type MappingRead = { mapping: ColumnMapping; problems?: undefined } | { problems: Record<string, string> }

/** Reads the choice of columns, or says which part still misses one. */
export function readMapping(entered: Readonly<Record<string, string>>): MappingRead {
  const columns = Object.fromEntries(
    parts.flatMap((part) => {
      const typed = entered[mappingField(part)] ?? ''
      return /^\d{1,3}$/.test(typed) ? [[part, Number(typed)]] : []
    }),
  ) as Partial<Record<MappedPart, number>>
  const itemName = (entered['itemName'] ?? '').trim()
  const problems: Record<string, string> = {}
  for (const part of ['area', 'time', 'value'] as const) {
    if (columns[part] === undefined)
      problems[mappingField(part)] = `「${mappedParts[part]}」の列を選んでください`
  }
  const hasItem = columns.item !== undefined || itemName !== ''
  const hasAges = columns.sex !== undefined && columns.age !== undefined
  if (!hasItem && !hasAges) {
    problems[mappingField('item')] = '「項目」の列か、項目の名前か、「性別」と「年齢」の列を選んでください'
  }
  const { area, time, value } = columns
  if (area === undefined || time === undefined || value === undefined || Object.keys(problems).length > 0) {
    return { problems }
  }
  const basis = bases.find((one) => one === entered['basis']) ?? 'neutral'
  const itemUnit = (entered['itemUnit'] ?? '').trim()
  return { mapping: { ...columns, area, time, value, basis, itemName, itemUnit } }
}

/** The same choice as fields of a form. */
export function mappingEntered(mapping: Partial<ColumnMapping>): Record<string, string> {
  const columns = parts.flatMap((part) => {
    const column = mapping[part]
    return column === undefined ? [] : [[mappingField(part), String(column)]]
  })
  const { basis = 'neutral', itemName = '', itemUnit = '' } = mapping
  return { ...Object.fromEntries(columns), basis, itemName, itemUnit }
}
