import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextArea } from '#src/ui/field.tsx'
import { Disclosure, Section } from '#src/ui/parts.tsx'
import type { AgendaItem } from '../../core/meetings.ts'
import {
  countWritten,
  mayAnswerInWriting,
  voteChoiceLabels,
  type WrittenAnswer,
} from '../../core/presence.ts'
import { choicesOf } from './deliberation-tabs.tsx'
import type { MeetingProps } from './meeting-props.ts'

type FieldsProps = {
  agenda: readonly AgendaItem[]
  own: readonly WrittenAnswer[]
  entered: Entered
  problems: Problems
}

function AnswerFields({ agenda, own, entered, problems }: FieldsProps) {
  return (
    <>
      {agenda.map(({ id, title }) => {
        const before = own.find(({ agendaItemId }) => agendaItemId === id)
        return (
          <fieldset key={id} class="l-flow">
            <legend class="dads-form__label">{title}</legend>
            <SelectField
              name={`vote-${id}`}
              label={`回答：${title}`}
              value={entered[`vote-${id}`] ?? before?.vote}
              problem={problems[`vote-${id}`]}
              blank="選ぶ"
              choices={choicesOf(voteChoiceLabels)}
              width="short"
            />
            <TextArea
              name={`words-${id}`}
              label={`意見：${title}`}
              value={entered[`words-${id}`] ?? before?.words}
              problem={problems[`words-${id}`]}
              rows={3}
            />
          </fieldset>
        )
      })}
    </>
  )
}

type OwnProps = {
  file: { agenda: readonly AgendaItem[]; answers: readonly WrittenAnswer[] }
  entered: Entered
  problems: Problems
}

/** 書面での回答 of the member: item by item, anew until the day. */
export function OwnAnswers({ file: { agenda, answers }, entered, problems }: OwnProps) {
  return (
    <Section id="answer" title="書面で答える">
      <form method="post" class="sb-form" aria-label="書面での回答" action="#error-summary">
        <p>締切の日まで、何度でも出し直せます。{answers.length > 0 && 'いまの回答が入っています。'}</p>
        <AnswerFields agenda={agenda} own={answers} entered={entered} problems={problems} />
        <button class="dads-button" type="submit" name="act" value="answer">
          回答を送る
        </button>
      </form>
    </Section>
  )
}

/** 書面開催: who has answered, how the items stand, the answers that came on paper, and the end. */
export function WrittenMeeting(props: MeetingProps) {
  const { file, entered, problems, today, mayRecord } = props
  const { meeting, agenda, members, answers } = file
  if (!meeting.isWritten || meeting.state === 'draft' || meeting.state === 'cancelled') return null
  const answered = members.filter(({ id }) => answers.some(({ membershipId }) => membershipId === id))
  const mayEnd = meeting.state === 'called' && (answered.length === members.length || today > meeting.heldOn)
  return (
    <Section id="written" title={`書面での回答（${answered.length}／${members.length}人）`}>
      <ul class="sb-list">
        {agenda.map(({ id, title }) => {
          const votes = countWritten(answers, id)
          return (
            <li key={id}>
              {title}：賛成{votes.for}、反対{votes.against}、どちらともいえない{votes.abstain}
            </li>
          )
        })}
      </ul>
      <Spoken {...props} />
      {mayRecord && mayAnswerInWriting(meeting, today) && (
        <Disclosure label="紙で届いた回答を書き写す" open={entered['act'] === 'take-down'}>
          <form method="post" class="sb-form" aria-label="紙の回答" action="#error-summary">
            <SelectField
              name="answeredBy"
              label="回答した委員"
              value={entered['answeredBy']}
              choices={members.map(({ id, name }) => ({ value: id, label: name }))}
              width="mid"
            />
            <AnswerFields agenda={agenda} own={[]} entered={entered} problems={problems} />
            <button class="dads-button dads-button--secondary" type="submit" name="act" value="take-down">
              回答を書き写す
            </button>
          </form>
        </Disclosure>
      )}
      {mayRecord && mayEnd && (
        <form method="post" class="l-flow l-gap">
          <input type="hidden" name="revision" value={meeting.revision} />
          <p>締め切ると、回答した委員の数で定足数を確かめ、決定を記録できるようになります。</p>
          <button class="dads-button" type="submit" name="act" value="close-written">
            書面の回答を締め切る
          </button>
        </form>
      )}
    </Section>
  )
}

function Spoken({ file: { agenda, members, answers } }: MeetingProps) {
  const said = answers.filter(({ words }) => words !== '')
  if (said.length === 0) return null
  const [titles, names] = [
    new Map(agenda.map(({ id, title }) => [id, title])),
    new Map(members.map(({ id, name }) => [id, name])),
  ]
  return (
    <table class="dads-table dads-table--cards l-gap">
      <caption>書面で届いた意見（{said.length}件）</caption>
      <thead>
        <tr>
          <th scope="col">議題</th>
          <th scope="col">委員</th>
          <th scope="col">意見</th>
        </tr>
      </thead>
      <tbody>
        {said.map(({ membershipId, agendaItemId, words, isTakenDown }) => (
          <tr key={`${membershipId} ${agendaItemId}`}>
            <th scope="row">{titles.get(agendaItemId)}</th>
            <td data-label="委員">
              <span>
                {names.get(membershipId)}
                {isTakenDown && <span class="sb-sub">　紙から書き写した</span>}
              </span>
            </td>
            <td data-label="意見" class="sb-prewrap">
              {words}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
