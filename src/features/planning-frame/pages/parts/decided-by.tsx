import { eraDay } from '#src/lib/japanese/fiscal-year.ts'

type DecidedProps = { meeting: string; meetingId?: string | null | undefined; decidedOn: string }

/** The day and the meeting that decided, as a link where the meeting is kept. */
export function DecidedBy({ meeting, meetingId, decidedOn }: DecidedProps) {
  return (
    <>
      {eraDay(decidedOn)}　{meetingId ? <a href={`/meetings/${meetingId}`}>{meeting}</a> : meeting}
    </>
  )
}
