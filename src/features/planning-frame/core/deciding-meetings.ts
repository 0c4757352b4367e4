import type { Body } from '#src/features/deliberation/core/bodies.ts'
import { isAnnounced, type Meeting, meetingNamer } from '#src/features/deliberation/core/meetings.ts'

/** A meeting that may have decided the frame, as the deliberation room keeps it. */
export type DecidingMeeting = { id: string; name: string; heldOn: string }

/** Meetings up to today, the latest first; one that was only drafted or called off decided nothing. */
export function decidingMeetings(
  meetings: readonly Meeting[],
  { bodies, today }: { bodies: readonly Pick<Body, 'id' | 'name'>[]; today: string },
): DecidingMeeting[] {
  const nameOf = meetingNamer(bodies)
  return meetings
    .filter((meeting) => isAnnounced(meeting) && meeting.state !== 'cancelled' && meeting.heldOn <= today)
    .map((meeting) => ({
      id: meeting.id,
      name: nameOf(meeting),
      heldOn: meeting.heldOn,
    }))
    .sort((a, b) => (a.heldOn < b.heldOn ? 1 : a.heldOn > b.heldOn ? -1 : 0))
}
