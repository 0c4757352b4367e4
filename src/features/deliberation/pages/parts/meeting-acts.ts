import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import type { SeeOther } from '#src/platform/page.ts'
import type { VersionRow } from '#src/ui/both-versions.tsx'
import { getMeeting } from '../../store/queries.ts'
import { meetingAddress } from './deliberation-tabs.tsx'
import { enteredOfMeeting } from './meeting-fields.tsx'

export type Back = { status: 409 | 422; entered: Entered; problems?: Problems; rows?: readonly VersionRow[] }
export type Outcome = Promise<SeeOther | Back>
export type Place = { meetingId: string; folder: string; site: string; wakeMails: () => void }
export type Act = (context: Context, place: Place, form: FormData) => Outcome

/** What a step of a meeting is asked on. */
export const step = (meetingId: string, entered: Entered) => ({
  meetingId,
  revision: Number(entered['revision']),
})
export const wrong = (entered: Entered, problems: Problems): Back => ({ status: 422, entered, problems })

/** Saves; when somebody else saved first, both versions come back and nothing typed is lost. */
export async function save(
  context: Context,
  saving: Promise<unknown>,
  back: { meetingId: string; entered: Entered },
) {
  const { meetingId, entered } = back
  const outcome = await unlessStale(saving)
  if (!outcome.isStale) return { seeOther: `${meetingAddress(meetingId)}?notice=saved` }
  const { meeting } = await getMeeting(context, meetingId)
  const saved = enteredOfMeeting(meeting)
  const labels = { heldOn: '開催の日', startsAt: '始まりの時刻', endsAt: '終わりの時刻', place: '場所' }
  const rows = Object.entries(labels)
    .filter(([name]) => entered[name] !== undefined)
    .map(([name, label]) => ({ label, saved: saved[name] ?? '', typed: entered[name] ?? '' }))
  return { status: 409 as const, entered: { ...entered, revision: String(meeting.revision) }, rows }
}
