import { command } from '#src/platform/command.ts'
import { found, Refusal } from '#src/platform/errors.ts'
import { detailsProblems, paperNumber } from '../core/paper-number.ts'
import { currentPapers, type Paper, predecessorsOf } from '../core/papers.ts'
import { permissions } from '../core/permissions.ts'
import { meetingAt, setMeeting } from './commands.ts'
import { tables } from './tables.ts'

export type PaperDetails = Pick<Paper, 'label' | 'title' | 'agendaItemId' | 'isPublic'>

type DetailsChange = { meetingId: string; paperId: string; revision: number; details: PaperDetails }

/** 資料の番号・名前・場所を直す: the file stays what it is, and what it took the place of goes with it. */
export const changePaperDetails = command(
  permissions,
  'prepare-meeting',
  async (context, { meetingId, paperId, revision, details }: DetailsChange) => {
    const { meeting, agenda, papers } = await meetingAt(context, { meetingId, revision }, [
      'draft',
      'called',
      'held',
    ])
    const paper = found(
      currentPapers(papers).find(({ id }) => id === paperId),
      '資料',
    )
    const { title, agendaItemId, isPublic } = details
    const label = paperNumber(details.label)
    const [problem] = Object.values(detailsProblems({ meeting, papers }, paper, { label, isPublic }))
    if (problem) throw new Refusal('conflict', problem)
    if (agendaItemId !== undefined && !agenda.some(({ id }) => id === agendaItemId))
      throw new Refusal('not-found', '議題が見つかりません')
    const place = {
      label,
      agendaItemId: agendaItemId ?? null,
      openness: isPublic ? ('open' as const) : ('closed' as const),
    }
    const ids = predecessorsOf(paper, papers).map(({ id }) => id)
    if (ids.length > 0)
      await tables(context).updateTable('meetingPapers').set(place).where('id', 'in', ids).execute()
    await tables(context)
      .updateTable('meetingPapers')
      .set({ ...place, title })
      .where('id', '=', paperId)
      .execute()
    await setMeeting(context, meetingId, { revision })
  },
)
