import type { Judgement, Rule } from './finding.ts'
import type { ScannedText } from './plan-index.ts'
import type { BookTable } from './room-facts.ts'
import { firstFigure, isSame } from './typed-figure.ts'

const near = 30

/** DC004: a text names a row and a column of a table beside it, with another number. */
export const otherThanTable: Rule = {
  id: 'DC004',
  group: 'DC',
  severity: 'E',
  gate: 'G3',
  title: '本文の数と表の数が違う',
  rationale: 'ある市では、22％が32％と印刷されました。',
  needs: ['rendered'],
  check: ({ plan, texts, items }, { rendered }) => {
    const rows = rowsBySubject(rendered?.of(plan).tables ?? [])
    if (rows.size === 0) return []
    return texts.flatMap((scanned) => {
      const item = items.get(scanned.subjectId)
      const place = (item?.kind === 'program' && item.parentId) || scanned.subjectId
      return /[\d０-９]/.test(scanned.plain)
        ? (rows.get(place) ?? []).flatMap((row) => judged(scanned, row))
        : []
    })
  },
}

/** A cell as the text would name it: 目標, 令和9年度. */
type Cell = { labels: string[]; value: number; unit: string; shown: string }
type Row = { name: string; cells: Cell[] }

function rowsBySubject(tables: readonly BookTable[]): Map<string, Row[]> {
  const bySubject = new Map<string, Row[]>()
  for (const { subjectId, head, rows } of tables) {
    const read = rows.flatMap(([first = '', ...others]) => {
      const name = first.split('\n')[0] ?? ''
      const cells = others.flatMap((cell, at) => cellOf(cell, head[at + 1] ?? ''))
      return name.length > 1 && cells.length > 0 ? [{ name, cells }] : []
    })
    bySubject.set(subjectId, [...(bySubject.get(subjectId) ?? []), ...read])
  }
  return bySubject
}

/** 18人（令和4年度） under 基準値. A cell of words, or of several numbers, is none a text could contradict. */
function cellOf(cell: string, column: string): Cell[] {
  const [, digits = '', unit = '', year] =
    /^(-?[\d,]+(?:\.\d+)?)([^\d〜（]*)(?:（([^）]*)）)?$/.exec(cell) ?? []
  if (!digits || !unit) return []
  const labels = [column.replace(/値$/, ''), ...(year ? [year] : [])].filter(Boolean)
  return [{ labels, unit, value: Number(digits.replaceAll(',', '')), shown: `${digits}${unit}` }]
}

function judged({ subjectId, field, paragraphId, plain }: ScannedText, { name, cells }: Row): Judgement[] {
  const found: Judgement[] = []
  for (let at = plain.indexOf(name); at >= 0; at = plain.indexOf(name, at + name.length)) {
    const sentence = /^[^。\n]*/.exec(plain.slice(at + name.length, at + name.length + near))?.[0] ?? ''
    const cell = cells.find(({ labels }) => labels.some((label) => sentence.includes(label)))
    const typed = cell && firstFigure(sentence, cell.unit)
    if (!cell || !typed || isSame(typed, cell.value)) continue
    found.push({
      subjectId,
      field,
      ...(paragraphId ? { paragraphId } : {}),
      key: `${paragraphId ?? ''}|${name}|${typed.words}`,
      message: `「${name}」が、本文は${typed.words}${cell.unit}、表は${cell.shown}です。`,
      advice: '本文の数を消し、指標の値を差し込んでください。',
    })
  }
  return found
}
