import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { command } from '#src/platform/command.ts'
import { Refusal } from '#src/platform/errors.ts'
import type { Meeting } from '../core/meetings.ts'
import { permissions } from '../core/permissions.ts'
import { meetingAt, setMeeting } from './commands.ts'

type OnlineLink = Pick<Meeting, 'onlineUrl' | 'onlineOpensBefore' | 'onlineReplaceReason'> & {
  meetingId: string
  revision: number
}

/**
 * オンラインのリンクを書く・差し替える. Once the meeting is called a link that is replaced owes a reason, and members see that it is a
 * new one; the old one is kept nowhere.
 */
export const keepOnlineLink = command(
  permissions,
  'prepare-meeting',
  async (context, { meetingId, revision, onlineUrl, onlineOpensBefore, onlineReplaceReason }: OnlineLink) => {
    const { meeting } = await meetingAt(context, { meetingId, revision }, ['draft', 'called', 'held'])
    if (meeting.isWritten) throw new Refusal('conflict', '書面開催には、オンラインのリンクはありません')
    if (onlineUrl && !meeting.startsAt) throw new Refusal('conflict', '先に、始まりの時刻を書いてください')
    const isNew = meeting.state !== 'draft' && meeting.onlineUrl !== '' && meeting.onlineUrl !== onlineUrl
    if (isNew && !onlineReplaceReason) throw new Refusal('conflict', '差し替えの理由が必要です')
    await setMeeting(context, meetingId, {
      onlineUrl,
      onlineOpensBefore: onlineOpensBefore ?? null,
      ...(isNew && { onlineReplacedOn: tokyoDay(context.now), onlineReplaceReason }),
      revision,
    })
  },
)
