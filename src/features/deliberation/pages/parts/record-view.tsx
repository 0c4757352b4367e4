import { SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { Badge, Disclosure, Section } from '#src/ui/parts.tsx'
import {
  type Attendance,
  attendanceLabels,
  type Decision,
  decisionKindLabels,
  hasOpened,
} from '../../core/meetings.ts'
import { quorumAt } from '../../core/presence.ts'
import { presiding } from '../../core/rules-of-order.ts'
import { choicesOf } from './deliberation-tabs.tsx'
import { DropDecision } from './drop-decision-view.tsx'
import type { MeetingProps } from './meeting-props.ts'
import { ShortfallForm } from './shortfall-view.tsx'
import { SubjectFields, SubjectLinks } from './subject-view.tsx'

/** Written answers are no way to come to a gathering. */
const waysToCome = choicesOf(attendanceLabels).filter(({ value }) => value !== 'written')

/** 出欠と定足数 */
export function Attendances({ file, entered, problems, today, mayRecord }: MeetingProps) {
  const { meeting, members, attendance } = file
  const mayWrite = mayRecord && !meeting.isWritten && (meeting.state === 'called' || meeting.state === 'held')
  if (!hasOpened(meeting) && !mayWrite) return null
  const check = quorumAt(file)
  const isAhead = meeting.state === 'called' && meeting.heldOn > today
  return (
    <Section id="attendance" title="出欠と定足数">
      {attendance.length > 0 && (
        <p class="l-gap-after">
          <Badge tone={check.isMet ? 'ok' : 'error'}>{check.isMet ? '成立' : '不足'}</Badge>　委員
          {check.members}
          人中{check.present}人が{meeting.isWritten ? '回答' : '出席'}しました（定足数{check.needed}人）。
          {!check.isMet && '決定はできません。報告だけを記録できます。'}
          {meeting.isTalk && '懇談として開きました。'}
        </p>
      )}
      <ShortfallForm {...{ meeting, mayRecord }} isShort={attendance.length > 0 && !check.isMet} />
      {members.length === 0 && <p>この日の委員がいません。会議体に委員を加えてください。</p>}
      {mayWrite && members.length > 0 && isAhead && (
        <Disclosure
          label="開催の日より前に、出欠を記録する（開会になります）"
          open={entered['act'] === 'attendance'}
        >
          <AttendanceForm {...{ file, entered, problems }} />
        </Disclosure>
      )}
      {mayWrite && members.length > 0 && !isAhead && <AttendanceForm {...{ file, entered, problems }} />}
      {!mayWrite && (
        <ul class="sb-list">
          {members.map(({ id, name }) => (
            <li key={id}>
              {name}　{attendanceLabels[wayOf(attendance, id) ?? 'absent']}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

const wayOf = (attendance: readonly Attendance[], id: string) =>
  attendance.find(({ membershipId }) => membershipId === id)?.way

type AttendanceProps = Pick<MeetingProps, 'file' | 'entered' | 'problems'>

function AttendanceForm({ file: { meeting, members, attendance }, entered, problems }: AttendanceProps) {
  return (
    <form method="post" class="sb-form" aria-label="出欠" action="#error-summary">
      <input type="hidden" name="revision" value={meeting.revision} />
      <div class="l-cols l-cols--3">
        {members.map(({ id, name, office }) => (
          <SelectField
            key={id}
            name={`way-${id}`}
            label={office ? `${name}（${office}）` : name}
            value={entered[`way-${id}`] ?? wayOf(attendance, id) ?? 'present'}
            choices={waysToCome}
          />
        ))}
      </div>
      <TextField
        name="observerCount"
        label="傍聴した人の数"
        value={entered['observerCount'] ?? String(meeting.observerCount ?? '')}
        problem={problems['observerCount']}
        inputMode="numeric"
        width="short"
      />
      <button class="dads-button" type="submit" name="act" value="attendance">
        出欠を記録する
      </button>
    </form>
  )
}

/** 決定事項, each with its votes and what of the plan it speaks of. */
export function Decisions(props: MeetingProps) {
  const { file, entered, problems, mayRecord, subjects } = props
  const { meeting, agenda, decisions } = file
  if (!hasOpened(meeting)) return null
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <Section id="decisions" title={`決定事項（${decisions.length}）`}>
      <ul class="sb-rows sb-rows--2">
        {decisions.map((decision) => (
          <li key={decision.id} id={decision.id}>
            <p class="sb-rows__title">{decisionKindLabels[decision.kind]}</p>
            <div>
              <p>{decision.text}</p>
              <p class="sb-sub">
                {agenda.find(({ id }) => id === decision.agendaItemId)?.title}
                {votesWords(decision)}
              </p>
              <SubjectLinks ids={decision.subjects} subjects={subjects} />
              <FollowUps {...props} decision={decision} />
            </div>
          </li>
        ))}
      </ul>
      {mayRecord && meeting.state === 'held' && (
        <Disclosure label="決定を加える" open={entered['act'] === 'decision'}>
          <form method="post" class="sb-form" aria-label="決定を加える" action="#error-summary">
            <input type="hidden" name="revision" value={meeting.revision} />
            <SelectField
              {...field('kind')}
              label="決定の種類"
              choices={choicesOf(decisionKindLabels)}
              width="mid"
            />
            <TextArea {...field('text')} label="決定の内容" rows={2} required />
            <SelectField
              name="decisionItemId"
              label="どの議題か"
              value={entered['decisionItemId']}
              blank="会議の全体"
              choices={agenda.map(({ id, title }) => ({ value: id, label: title }))}
            />
            <div class="l-cols l-cols--2">
              <TextField {...field('votesFor')} label="賛成" inputMode="numeric" width="short" optional />
              <TextField {...field('votesAgainst')} label="反対" inputMode="numeric" width="short" optional />
            </div>
            {props.file.body.decisionRule === 'majority' && (
              <SelectField
                {...field('chairCasts')}
                label="可否同数のとき、議長の決定"
                support={chairWords(props.file)}
                blank="同数ではない"
                choices={[
                  { value: 'for', label: '可とする' },
                  { value: 'against', label: '否とする' },
                ]}
                width="short"
              />
            )}
            <SubjectFields subjects={subjects} entered={entered} problems={problems} />
            <button class="dads-button dads-button--secondary" type="submit" name="act" value="decision">
              決定を加える
            </button>
          </form>
        </Disclosure>
      )}
      <DropDecision {...props} />
    </Section>
  )
}

/** Who casts the vote: the chair, or who stands in for them. */
function chairWords(file: MeetingProps['file']): string {
  const chair = presiding(file)
  if (!chair) return '出席した会長・副会長がいません。'
  return `議長：${chair.office} ${chair.name}`
}

/** 宿題: the tasks of the schedule that follow from a decision. */
function FollowUps({
  followUps,
  mayFollowUp,
  decision: { id, text },
}: MeetingProps & { decision: Decision }) {
  const own = followUps.filter(({ decisionId }) => decisionId === id)
  const address = `/staff/process/tasks/new?${new URLSearchParams({ decisionId: id, title: text.slice(0, 80) })}`
  return (
    <>
      {own.map((task) => (
        <p key={task.id}>
          この決定から始めた作業：<a href={`/staff/process/tasks/${task.id}`}>{task.title}</a>
        </p>
      ))}
      {mayFollowUp && (
        <p>
          <a href={address}>
            作業を加える<span class="vh">（{text}）</span>
          </a>
        </p>
      )}
    </>
  )
}

type Votes = Pick<Decision, 'votesFor' | 'votesAgainst' | 'chairCasts'>

export const votesWords = ({ votesFor, votesAgainst, chairCasts }: Votes) =>
  votesFor === undefined ? '' : `　賛成${votesFor}、反対${votesAgainst ?? 0}${castWords(chairCasts)}`

const castWords = (cast: Votes['chairCasts']) =>
  cast === undefined ? '' : `（可否同数のため、議長が${cast === 'for' ? '可' : '否'}と決めた）`
