import { attachmentsOf, type SheetField, type TableColumn, tableOf, tableText } from './fields.ts'
import { asksYear, readYear } from './read-year.ts'
import { noReferences, type Reference, type References, referencesFor } from './references.ts'
import { openAnswers } from './sheets.ts'

/** `note` says that something was read otherwise than it was typed. */
export type ReadAnswer = { value: string; note?: string; problem?: undefined } | { problem: string }

const mostSigns = 2000

/** Reads what a person typed or pasted into a field. Nothing is guessed: what cannot be read is a problem with its remedy. */
export function readAnswer(
  field: SheetField,
  typed: string,
  references: References = noReferences,
): ReadAnswer {
  const text = typed.replaceAll('\r\n', '\n').trim()
  if (text === '' || openAnswers.some((answer) => answer === text)) return { value: text }
  switch (field.kind) {
    case 'table':
      return readTable(field, text)
    case 'item':
    case 'indicator':
      return readReference(referencesFor(field, references), text)
    case 'attachment':
      return attachmentsOf(text).length > 0
        ? { value: text }
        : { problem: '添付ファイルは、画面で添えてください' }
    default:
      return readCell({ kind: field.kind, choices: field.choices ?? [], label: field.label }, text)
  }
}

type Cell = { kind: 'line' | 'text' | 'number' | 'choice'; choices: readonly string[]; label: string }

function readCell({ kind, choices, label }: Cell, text: string): ReadAnswer {
  if ([...text].length > mostSigns) return { problem: `${mostSigns}字以内で書いてください` }
  if (kind === 'number') return asksYear(label) ? readYear(text) : readNumber(text)
  if (kind === 'choice') return readChoice(choices, text)
  if (kind === 'line' && text.includes('\n'))
    return { value: text.replaceAll('\n', ' '), note: '改行を空白にしました' }
  return { value: text }
}

/** One cell of a table. */
export function readTableCell({ kind, choices = [], label }: TableColumn, typed: string): ReadAnswer {
  const text = typed.replaceAll('\r\n', '\n').trim()
  return text === '' ? { value: '' } : readCell({ kind, choices, label }, text)
}

function readTable(field: SheetField, text: string): ReadAnswer {
  const notes: string[] = []
  const rows = tableOf(field, text)
  for (const [at, row] of rows.entries()) {
    for (const [column, { label, ...rest }] of (field.columns ?? []).entries()) {
      const read = readTableCell({ label, ...rest }, row[column] ?? '')
      if (read.problem !== undefined) return { problem: `${at + 1}行目の「${label}」：${read.problem}` }
      if (read.note) notes.push(`${at + 1}行目の「${label}」：${read.note}`)
      row[column] = read.value
    }
  }
  const value = tableText(rows)
  return notes.length > 0 ? { value, note: notes.join('。') } : { value }
}

function readReference(references: readonly Reference[], text: string): ReadAnswer {
  const wanted = plainOf(text)
  const known = references.find(({ id }) => id === text)
  if (known) return { value: text }
  const matches = references.filter(({ label }) => plainOf(label) === wanted)
  const [match] = matches
  if (match && matches.length === 1) return { value: match.id }
  return { problem: `「${shown(text)}」は、計画にありません。一覧から選んでください` }
}

/** 1,200人, △3, ３．５ are numbers; 約80 is none. */
function readNumber(text: string): ReadAnswer {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[,\s]/g, '')
    .replace(/^[△▲−]/, '-')
  const parts = /^(-?\d{1,12}(?:\.\d{1,6})?)([^\d.]{0,6})$/.exec(plain)
  if (!parts) return { problem: `「${shown(text)}」は数として読めません。80 のように数だけを入れてください` }
  const value = String(Number(parts[1]))
  return value === text ? { value } : { value, note: `「${shown(text)}」を ${value} と読みました` }
}

function readChoice(choices: readonly string[], text: string): ReadAnswer {
  const match = choices.find((choice) => plainOf(choice) === plainOf(text))
  if (!match)
    return { problem: `「${shown(text)}」は一覧にありません。${choices.join('、')} から選んでください` }
  return match === text
    ? { value: match }
    : { value: match, note: `「${shown(text)}」を「${match}」と読みました` }
}

const plainOf = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '')

const shown = (text: string) => (text.length > 30 ? `${text.slice(0, 29)}…` : text)
