import type { PublicNote, PublicReply, PublicReport, PublicSession } from './public-report.ts'

/** 質疑: a question of a briefing with its answer, or until when one is promised. */
export type AskedQuestion = { note: PublicNote; reply: PublicReply; isLate: boolean }

/** What was asked at one venue: what waits for an answer (持ち帰り), the nearest day first, and what was answered. */
export type VenueQuestions = { session: PublicSession; open: AskedQuestion[]; answered: AskedQuestion[] }

/** The questions of published briefings by venue, the latest first. A question stays open until its answer is approved. */
export function questionsByVenue(reports: readonly PublicReport[], today: string): VenueQuestions[] {
  return reports
    .filter(({ session }) => session.kind === 'briefing' && session.reportedAt)
    .map(({ session, notes }) => {
      const asked = notes.flatMap((note): AskedQuestion[] => {
        const { reply } = note
        if (!reply) return []
        return [{ note, reply, isLate: !isAnswered(reply) && reply.dueOn !== '' && reply.dueOn < today }]
      })
      const open = asked.filter(({ reply }) => !isAnswered(reply))
      return {
        session,
        open: open.sort((a, b) => dayOf(a) - dayOf(b)),
        answered: asked.filter(({ reply }) => isAnswered(reply)),
      }
    })
    .filter(({ open, answered }) => open.length + answered.length > 0)
    .sort((a, b) => (a.session.heldOn < b.session.heldOn ? 1 : -1))
}

const isAnswered = ({ reply }: PublicReply) => reply !== ''

/** What has no day yet comes last. */
const dayOf = ({ reply }: AskedQuestion) => Number((reply.dueOn || '9999-12-31').replaceAll('-', ''))
