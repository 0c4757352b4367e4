import type { Entered, Problems } from '#src/platform/form.ts'
import type { Choice } from '#src/ui/field.tsx'
import type { MinutesCheck } from '../../core/meetings.ts'
import type { MeetingFile } from '../../store/queries.ts'
import type { SubjectGroups } from './subjects.ts'

/** What every part of the page of a meeting is given. */
export type MeetingProps = {
  file: MeetingFile
  entered: Entered
  problems: Problems
  today: string
  mayPrepare: boolean
  mayRecord: boolean
  mayPublish: boolean
  /** What a decision can be about. */
  subjects: SubjectGroups
  /** The tasks of the schedule that follow from decisions, and whether more may be added. */
  followUps: readonly { id: string; title: string; decisionId?: string | undefined }[]
  mayFollowUp: boolean
  /** What members said of the draft of the minutes; empty for those who may not read it. */
  checks: readonly MinutesCheck[]
  /** The records of other rooms a paper can be made from. */
  sources: readonly Choice[]
  mayCorrect: boolean
  /** The inquiries an item of the agenda can speak of. */
  inquiries: readonly Choice[]
}

/** Whether agenda and papers can still be added: until the minutes are confirmed. */
export const mayStillAdd = (state: string) => state === 'draft' || state === 'called' || state === 'held'
