import { Badge, type BadgeTone } from '#src/ui/parts.tsx'
import {
  type Meeting,
  type MeetingState,
  meetingStateLabels,
  numberWords,
  whenWords,
} from '../core/meetings.ts'

const tones: Record<MeetingState, BadgeTone> = {
  draft: 'quiet',
  called: 'info',
  held: 'warn',
  confirmed: 'warn',
  published: 'ok',
  cancelled: 'quiet',
}

const publicLabels: Record<MeetingState, string> = {
  draft: '準備中',
  called: 'これから',
  held: '記録を作成中',
  confirmed: '記録を作成中',
  published: '記録あり',
  cancelled: '中止',
}

export function MeetingBadge({ state, isPublic }: { state: MeetingState; isPublic?: boolean }) {
  return (
    <span>
      <Badge tone={tones[state]}>{isPublic ? publicLabels[state] : meetingStateLabels[state]}</Badge>
    </span>
  )
}

type MeetingTableProps = {
  meetings: readonly (Meeting & { topics: string })[]
  caption: string
  addressOf: (meetingId: string) => string
  isPublic?: boolean
  /** What the third column says of each. */
  subject?: string
}

/** Meetings of one body, the latest first. */
export function MeetingTable(props: MeetingTableProps) {
  const { meetings, caption, addressOf, isPublic = false, subject = '主な議題' } = props
  return (
    <table class="dads-table dads-table--cards">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">回</th>
          <th scope="col">日時</th>
          <th scope="col">{subject}</th>
          <th scope="col">状態</th>
        </tr>
      </thead>
      <tbody>
        {meetings.map((meeting) => (
          <tr key={meeting.id}>
            <th scope="row" class="is-nowrap">
              <a href={addressOf(meeting.id)}>
                <span class="vh">{caption}</span>
                {numberWords(meeting)}
              </a>
            </th>
            <td data-label="日時">{whenWords(meeting)}</td>
            <td data-label={subject}>{meeting.topics || 'まだ決まっていません'}</td>
            <td data-label="状態">
              <MeetingBadge state={meeting.state} isPublic={isPublic} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
