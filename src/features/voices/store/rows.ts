import type { Opinion, Submission } from '../core/submission.ts'
import type { OpinionRow, SubmissionRow } from './tables.ts'

export function submissionOf({
  groupName,
  personId,
  requestPath,
  withdrawnAt,
  textPurgedAt,
  contactsUntil,
  checkedBy,
  ...row
}: SubmissionRow): Submission {
  return {
    ...row,
    group: groupName,
    personId: personId ?? undefined,
    requestPath: requestPath ?? undefined,
    withdrawnAt: withdrawnAt ?? undefined,
    textPurgedAt: textPurgedAt ?? undefined,
    contactsUntil: contactsUntil ?? undefined,
    checkedBy: checkedBy ?? undefined,
  }
}

export function opinionOf(row: OpinionRow): Opinion {
  const { searchForm: _, endedAt: __, endedInto: ___, ...opinion } = row
  return {
    ...opinion,
    redacted: row.redacted ?? undefined,
    redactedBy: row.redactedBy ?? undefined,
    releasedBy: row.releasedBy ?? undefined,
    wordingId: row.wordingId ?? undefined,
    topicId: row.topicId ?? undefined,
  }
}
