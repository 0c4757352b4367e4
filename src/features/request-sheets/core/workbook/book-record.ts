import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { ReadSheet, WriteSheet, WriteValue } from '#src/lib/table/table.ts'
import type { SheetField } from '../fields.ts'
import { textOf } from './cell-words.ts'

export const bookFormat = 'shirube-sheets/1'

/** What a workbook was written from. `key` makes the checks, so that nobody outside can. */
export type BookOrigin = {
  municipalityCode: string
  roundId: string
  unitId: string
  exportedAt: string
}

/** What a workbook says of itself, and each value as it was exported. `isTrue`: the check agrees. */
export type BookRecord = BookOrigin & {
  /** Of the fields that were asked (`versionOf`); blank in files from before it was written. */
  roundVersion: string
  sheetNames: Record<string, string>
  exported: Record<string, { value: string; check: string }>
}

type Written = BookOrigin & {
  roundVersion: string
  sheetNames: readonly (readonly [sheetId: string, name: string])[]
  values: readonly (readonly [key: string, value: string])[]
}

/** The sheet no person sees: format, round, unit, and every exported value with its check. */
export function recordSheet({ sheetNames, values, ...origin }: Written, key: string): WriteSheet {
  const rows: WriteValue[][] = [
    ['format', bookFormat, '', ''],
    ['municipality', origin.municipalityCode, '', ''],
    ['round', origin.roundId, '', ''],
    ['round-version', origin.roundVersion, '', ''],
    ['unit', origin.unitId, '', ''],
    ['exported', origin.exportedAt, '', ''],
    ...sheetNames.map(([sheetId, name]) => ['sheet', sheetId, name, '']),
    ...values.map(([id, value]) => ['value', id, value, checkOf(origin.roundId, id, { value, key })]),
  ]
  return {
    name: '_meta',
    title: bookFormat,
    guidance: '標が照合に使います。消さないでください。',
    columns: ['種類', 'id', '値', '確認'].map((header) => ({ header, width: 20, format: 'text' })),
    rows,
    isForPrograms: true,
  }
}

/** HMAC-SHA-256 over round, cell and value: tells an exported value from one that was changed since. */
export function checkOf(roundId: string, id: string, { value, key }: { value: string; key: string }): string {
  const words = utf8ToBytes([roundId, id, value].join('\n'))
  return bytesToHex(hmac(sha256, utf8ToBytes(`sheets\n${key}`), words)).slice(0, 16)
}

/** 様式の版: which fields were asked, in which order and with which lists. Two rounds of the same form have the same. */
export const versionOf = (fields: readonly SheetField[]) =>
  bytesToHex(sha256(utf8ToBytes(JSON.stringify(fields)))).slice(0, 12)

/** The record says what it is in its first rows. */
export const isRecord = ({ rows }: ReadSheet) =>
  rows.slice(0, 8).some((cells) => {
    const texts = cells.map((cell) => textOf(cell))
    return texts.includes('format') && texts.includes(bookFormat)
  })

/** Reads the record of a workbook; what is missing in it is blank. */
export function readRecord({ rows }: ReadSheet): BookRecord {
  const record: BookRecord = {
    municipalityCode: '',
    roundId: '',
    unitId: '',
    exportedAt: '',
    roundVersion: '',
    sheetNames: {},
    exported: {},
  }
  for (const cells of rows) {
    const at = (column: number) => textOf(cells.find((cell) => cell.column === column))
    const [kind, id, value, check] = [at(1), at(2), at(3), at(4)]
    if (kind === 'municipality') record.municipalityCode = id
    if (kind === 'round') record.roundId = id
    if (kind === 'round-version') record.roundVersion = id
    if (kind === 'unit') record.unitId = id
    if (kind === 'exported') record.exportedAt = id
    if (kind === 'sheet') record.sheetNames[id] = value
    if (kind === 'value') record.exported[id] = { value, check }
  }
  return record
}
