import type { Entered, Problems } from '#src/platform/form.ts'
import { CheckField, TextField } from '#src/ui/field.tsx'
import type { Meeting } from '../../core/meetings.ts'

/** When and where. */
export function MeetingFields({ entered, problems }: { entered: Entered; problems: Problems }) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <>
      <TextField {...field('heldOn')} label="開催の日" support="例：令和8年12月14日" width="short" required />
      <TextField {...field('startsAt')} label="始まりの時刻" support="例：14:00" width="short" />
      <TextField {...field('endsAt')} label="終わりの時刻" width="short" />
      <TextField {...field('place')} label="場所" support="例：伊奈庁舎 3階 大会議室" />
      <CheckField
        name="isWritten"
        label="書面開催（集まらず、開催の日までに書面で答える）"
        isChecked={entered['isWritten'] !== undefined && entered['isWritten'] !== ''}
      />
      <TextField {...field('observerSeats')} label="傍聴の定員" inputMode="numeric" width="short" />
    </>
  )
}

export const enteredOfMeeting = (meeting: Meeting): Entered => ({
  heldOn: meeting.heldOn,
  startsAt: meeting.startsAt,
  endsAt: meeting.endsAt,
  place: meeting.place,
  ...(meeting.isWritten && { isWritten: 'yes' }),
  observerSeats: String(meeting.observerSeats ?? ''),
})
