import { type QrCode, qrCode } from '#src/lib/qr/qr-code.ts'
import type { Guest } from './guest.ts'
import type { Seats } from './seat-plan.ts'
import type { SessionFile } from './session-documents.ts'

export const mostCardsPerTable = 40

/** What the cards of a session are printed from: a sign for each table, a slip for each guest, and numbered cards. */
export type SessionCards = {
  title: string
  city: string
  date: string
  isInvented: boolean
  tables: { number: number; name: string; questions: string[]; qr: QrCode; address: string }[]
  slips: { number: number; tables: number[] }[]
  cards: { number: string; qr: QrCode; address: string }[]
}

type Cards = Pick<SessionFile, 'session' | 'steps' | 'tables' | 'city' | 'isInvented'> & {
  guests: readonly Guest[]
  seats: Seats
  perTable: number
  /** Where the public site is. */
  site: string
}

/**
 * The cards, without any name. The code on a card leads to that card on the public page of the session: what became of
 * it is found by table and number, without a receipt.
 */
export function sessionCards({
  session,
  steps,
  tables,
  guests,
  seats,
  perTable,
  site,
  ...file
}: Cards): SessionCards {
  const address = `${site}/participation/${session.id}`
  const questions = steps.filter(({ kind }) => kind === 'round').map(({ text }) => text)
  return {
    ...file,
    title: session.title,
    date: session.heldOn,
    tables: tables.map(({ number, name }) => ({ number, name, questions, qr: qrCode(address), address })),
    slips: guests.map(({ number }, guest) => ({
      number,
      tables: seats.map((round) => tables[round[guest] ?? 0]?.number ?? 0),
    })),
    cards: tables.flatMap((table) =>
      Array.from({ length: perTable }, (_, at) => {
        const number = `${table.number}-${at + 1}`
        const own = `${address}#note-${number}`
        return { number, qr: qrCode(own), address: own }
      }),
    ),
  }
}
