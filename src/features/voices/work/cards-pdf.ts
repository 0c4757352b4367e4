import { typeset } from '#src/platform/pdf/typeset.ts'
import type { SessionCards } from '../core/session-cards.ts'
import type { TableSheets } from '../core/table-sheets.ts'

const templates = new URL('./typst/', import.meta.url)

/** Signs, slips and cards as one PDF to print; the same cards give the same bytes. */
export const cardsPdf = async (cards: SessionCards): Promise<Uint8Array> =>
  (
    await typeset({
      templates,
      main: 'cards.typ',
      data: { 'cards.json': JSON.stringify(cards) },
      date: cards.date,
    })
  ).pdf

/** Sheets of A3 to spread out on the tables. */
export const sheetsPdf = async (sheets: TableSheets): Promise<Uint8Array> =>
  (
    await typeset({
      templates,
      main: 'sheets.typ',
      data: { 'sheets.json': JSON.stringify(sheets) },
      date: sheets.date,
    })
  ).pdf
