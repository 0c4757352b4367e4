import { openAnswers, type SheetField } from './sheets.ts'

/** `note` says that something was read otherwise than it was typed. */
export type ReadAnswer = { value: string; note?: string; problem?: undefined } | { problem: string }

const mostSigns = 2000

/** Reads what a person typed or pasted into a field. Nothing is guessed: what cannot be read is a problem with its remedy. */
export function readAnswer(field: SheetField, typed: string): ReadAnswer {
  const text = typed.replaceAll('\r\n', '\n').trim()
  if (text === '' || openAnswers.some((answer) => answer === text)) return { value: text }
  if ([...text].length > mostSigns) return { problem: `${mostSigns}字以内で書いてください` }
  if (field.kind === 'number') return readNumber(text)
  if (field.kind === 'choice') return readChoice(field.choices ?? [], text)
  if (field.kind === 'line' && text.includes('\n'))
    return { value: text.replaceAll('\n', ' '), note: '改行を空白にしました' }
  return { value: text }
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
  const wanted = text.normalize('NFKC').replaceAll(/\s/g, '')
  const match = choices.find((choice) => choice.normalize('NFKC').replaceAll(/\s/g, '') === wanted)
  if (!match)
    return { problem: `「${shown(text)}」は一覧にありません。${choices.join('、')} から選んでください` }
  return match === text
    ? { value: match }
    : { value: match, note: `「${shown(text)}」を「${match}」と読みました` }
}

const shown = (text: string) => (text.length > 30 ? `${text.slice(0, 29)}…` : text)
