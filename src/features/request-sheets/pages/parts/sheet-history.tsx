import { instantWords } from '#src/features/plan/store/queries/facts.ts'
import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { roleLabels } from '#src/lib/permissions.ts'
import { Disclosure, ScrollFrame, Section } from '#src/ui/parts.tsx'
import { type AnswerEntry, answerWayLabels } from '../../core/answer-entries.ts'
import { answerWords } from '../../core/answer-words.ts'
import type { References } from '../../core/references.ts'
import { decisionLabels, type SheetDecision } from '../../core/review.ts'
import type { RequestRound } from '../../core/sheets.ts'
import type { Submission } from '../../store/queries.ts'

type SubmissionsProps = {
  round: RequestRound
  references: References
  submissions: readonly Submission[]
  decisions: readonly SheetDecision[]
}

/** 回答1, 回答2 …, each beside the one before, and what was decided in between. */
export function Submissions({ round, references, submissions, decisions }: SubmissionsProps) {
  if (submissions.length === 0) return null
  return (
    <Section id="submissions" title="これまでの回答と確認">
      {submissions.map(({ number, approvedAt, answers }, position) => {
        const before = submissions[position - 1]?.answers ?? {}
        const changed = round.fields.filter(({ id }) => (answers[id] ?? '') !== (before[id] ?? ''))
        return (
          <Disclosure key={number} label={`回答${number}（${eraDay(tokyoDay(new Date(approvedAt)))}承認）`}>
            <dl class="dads-description-list">
              {changed.map((field) => (
                <div key={field.id}>
                  <dt>{field.label}</dt>
                  <dd class="sb-prewrap">
                    {position > 0 && (
                      <del class="sb-del">
                        <span class="vh">前の回答：</span>
                        {answerWords(field, before[field.id] ?? '', references) || '（空）'}
                      </del>
                    )}
                    {answerWords(field, answers[field.id] ?? '', references) || '（空）'}
                  </dd>
                </div>
              ))}
            </dl>
          </Disclosure>
        )
      })}
      {decisions.length > 0 && <Decisions round={round} references={references} decisions={decisions} />}
    </Section>
  )
}

function Decisions({ round, references, decisions }: Omit<SubmissionsProps, 'submissions'>) {
  const fields = new Map(round.fields.map((field) => [field.id, field]))
  const words = (fieldId: string, value: string) => {
    const field = fields.get(fieldId)
    return (field && answerWords(field, value, references)) || '（空）'
  }
  return (
    <table class="dads-table dads-table--cards l-gap">
      <caption>確認の記録</caption>
      <thead>
        <tr>
          <th scope="col">日</th>
          <th scope="col">したこと</th>
          <th scope="col">決めた会議</th>
          <th scope="col">理由・経過</th>
        </tr>
      </thead>
      <tbody>
        {decisions.map(({ id, kind, body, decidedOn, reason, changes }) => (
          <tr key={id}>
            <th scope="row">{eraDay(decidedOn)}</th>
            <td data-label="したこと">
              {decisionLabels[kind]}
              {changes.map(({ fieldId, before, after }) => (
                <p key={fieldId} class="sb-sub">
                  {fields.get(fieldId)?.label}：{words(fieldId, before)} → {words(fieldId, after)}
                </p>
              ))}
            </td>
            <td data-label="決めた会議">{body || '事務局'}</td>
            <td data-label="理由・経過">{reason || 'なし'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type HistoryProps = {
  round: RequestRound
  references: References
  entries: readonly AnswerEntry[]
  actorId: string
}

/** 記入の履歴: every value of every field, with its author and time. Nothing that was once saved is lost. */
export function EntryHistory({ round, references, entries, actorId }: HistoryProps) {
  if (entries.length === 0) return null
  const fields = new Map(round.fields.map((field) => [field.id, field]))
  return (
    <Disclosure label={`記入の履歴（${entries.length}）`}>
      <ScrollFrame label="記入の履歴">
        <table class="dads-table">
          <caption>いつ、だれが、何を書いたか（新しい順）</caption>
          <thead>
            <tr>
              <th scope="col">項目</th>
              <th scope="col">内容</th>
              <th scope="col">書き方</th>
              <th scope="col">いつ</th>
            </tr>
          </thead>
          <tbody>
            {entries.toReversed().map(({ fieldId, number, value, way, role, writtenBy, writtenAt }) => {
              const field = fields.get(fieldId)
              return (
                <tr key={`${fieldId} ${number}`}>
                  <th scope="row">{field?.label ?? fieldId}</th>
                  <td class="sb-prewrap">{(field && answerWords(field, value, references)) || '（空）'}</td>
                  <td>
                    {answerWayLabels[way]}
                    <span class="sb-sub">
                      {'　'}
                      {role ? roleLabels[role] : ''}
                      {writtenBy === actorId && '（あなた）'}
                    </span>
                  </td>
                  <td class="is-nowrap">{instantWords(writtenAt)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollFrame>
    </Disclosure>
  )
}
