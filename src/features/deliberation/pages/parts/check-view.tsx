import { addDays } from '#src/lib/japanese/business-days.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { TextField } from '#src/ui/field.tsx'
import { Disclosure, Section } from '#src/ui/parts.tsx'
import { checkOutcomeLabels, hasOpened } from '../../core/meetings.ts'
import type { MeetingProps } from './meeting-props.ts'

const usualDays = 14

/** 委員の確認: what members say of the draft of the minutes before it is confirmed. */
export function MinutesChecks({ file, checks, entered, problems, today, mayRecord }: MeetingProps) {
  const { meeting, members, agenda } = file
  const isWritten = agenda.some(({ minutes }) => minutes !== '')
  if (!mayRecord || !hasOpened(meeting) || !isWritten) return null
  if (meeting.state !== 'held' && !meeting.checkUntil) return null
  const nameOf = (id: string) => members.find((member) => member.id === id)?.name ?? '委員'
  return (
    <Section id="checks" title={`委員の確認（${checks.length}人）`}>
      {meeting.checkUntil ? (
        <p>
          {eraDay(meeting.checkUntil)}までの確認を、委員{members.length}
          人に頼んでいます。委員の画面に会議録の案が出ています。
        </p>
      ) : (
        <p>まだ委員に確認を頼んでいません。</p>
      )}
      {checks.length > 0 && (
        <ul class="sb-list">
          {checks.map(({ membershipId, outcome, words }) => (
            <li key={membershipId}>
              {nameOf(membershipId)}：{checkOutcomeLabels[outcome]}
              {words && `「${words}」`}
            </li>
          ))}
        </ul>
      )}
      {meeting.state === 'held' && (
        <Disclosure label="委員に確認を頼む" open={entered['act'] === 'ask'}>
          <form method="post" class="sb-form" aria-label="委員に確認を頼む" action="#error-summary">
            <input type="hidden" name="revision" value={meeting.revision} />
            <TextField
              name="checkUntil"
              label="確認の締切"
              value={entered['checkUntil'] ?? meeting.checkUntil ?? addDays(today, usualDays)}
              problem={problems['checkUntil']}
              width="short"
              required
            />
            <button class="dads-button dads-button--secondary" type="submit" name="act" value="ask">
              確認を頼む
            </button>
          </form>
        </Disclosure>
      )}
    </Section>
  )
}
