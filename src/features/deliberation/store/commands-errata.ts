import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { command } from '#src/platform/command.ts'
import { found, Refusal } from '#src/platform/errors.ts'
import { corrected, erratumProblem } from '../core/errata.ts'
import { permissions } from '../core/permissions.ts'
import { refuseUnless } from './commands.ts'
import { getMeeting } from './queries.ts'
import { tables } from './tables.ts'

type NewErratum = {
  meetingId: string
  agendaItemId: string
  oldWords: string
  newWords: string
  reason: string
}

/** 会議録の正誤を載せる: the published minutes stay as they were; beside them stands what they should have said. */
export const correctMinutes = command(
  permissions,
  'correct-minutes',
  async (context, { meetingId, agendaItemId, ...words }: NewErratum) => {
    const { meeting, agenda, errata } = await getMeeting(context, meetingId)
    refuseUnless(meeting, ['published'])
    const item = found(
      agenda.find(({ id }) => id === agendaItemId),
      '議題',
    )
    const before = errata.filter((erratum) => erratum.agendaItemId === agendaItemId)
    const problem = erratumProblem(corrected(item.minutes, before), words)
    if (problem) throw new Refusal('conflict', problem)
    const id = context.newId('mr')
    const [correctedOn, recordedAt] = [tokyoDay(context.now), context.now.toISOString()]
    const row = { ...words, id, meetingId, agendaItemId, correctedOn, recordedAt }
    await tables(context).insertInto('minutesErrata').values(row).execute()
    return id
  },
)
