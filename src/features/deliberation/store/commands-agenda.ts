import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal } from '#src/platform/errors.ts'
import { movedTo, opensClosedItem, removalProblem } from '../core/agenda.ts'
import { permissions } from '../core/permissions.ts'
import { type AgendaContent, meetingAt, refuseForeignInquiry, setMeeting } from './commands.ts'
import type { MeetingFile } from './queries.ts'
import { tables } from './tables.ts'

type Step = { meetingId: string; agendaItemId: string; revision: number }
type AgendaChange = Step & {
  content: AgendaContent
  /** Where it stands among the others, from 1. */
  position: number
}

const states = ['draft', 'called', 'held'] as const

/** 議題を直す: its words, whether it is open, which inquiry it speaks of, and its place among the others. */
export const changeAgendaItem = command(
  permissions,
  'prepare-meeting',
  async (context, { meetingId, agendaItemId, revision, content, position }: AgendaChange) => {
    const file = await meetingAt(context, { meetingId, revision }, states)
    const item = itemIn(file, agendaItemId)
    const { isOpen, inquiryId, ...words } = content
    if (opensClosedItem(file.meeting, item, isOpen))
      throw new Refusal('conflict', '非公開で開いた議題は、あとから公開にできません')
    if (inquiryId) await refuseForeignInquiry(context, { inquiryId, bodyId: file.meeting.bodyId })
    const openness = isOpen ? ('open' as const) : ('closed' as const)
    await tables(context)
      .updateTable('agendaItems')
      .set({ ...words, openness, inquiryId: inquiryId ?? null })
      .where('id', '=', agendaItemId)
      .execute()
    await setOrder(context, movedTo(file.agenda, agendaItemId, position))
    await setMeeting(context, meetingId, { revision })
  },
)

/** 議題を消す: one of which nothing was laid, answered, decided or written, and never the last of a meeting that was called. */
export const removeAgendaItem = command(
  permissions,
  'prepare-meeting',
  async (context, { meetingId, agendaItemId, revision }: Step) => {
    const file = await meetingAt(context, { meetingId, revision }, states)
    const problem = removalProblem(file, itemIn(file, agendaItemId))
    if (problem) throw new Refusal('conflict', problem)
    await tables(context).deleteFrom('agendaItems').where('id', '=', agendaItemId).execute()
    await setOrder(
      context,
      file.agenda.filter(({ id }) => id !== agendaItemId),
    )
    await setMeeting(context, meetingId, { revision })
  },
)

const itemIn = ({ agenda }: MeetingFile, agendaItemId: string) =>
  found(
    agenda.find(({ id }) => id === agendaItemId),
    '議題',
  )

async function setOrder(context: Context, agenda: readonly { id: string; order: number }[]) {
  for (const [at, { id, order }] of agenda.entries())
    if (order !== at + 1)
      await tables(context)
        .updateTable('agendaItems')
        .set({ order: at + 1 })
        .where('id', '=', id)
        .execute()
}
