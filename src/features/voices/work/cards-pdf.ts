import { typeset } from '#src/platform/pdf/typeset.ts'
import type { SessionCards } from '../core/session-cards.ts'

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
