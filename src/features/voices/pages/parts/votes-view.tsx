import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextArea } from '#src/ui/field.tsx'
import { Disclosure, EmptyState, Section } from '#src/ui/parts.tsx'
import { ballotLines, type Statement, turns, type VoteSheet } from '../../core/ballots.ts'
import type { Session } from '../../core/session.ts'
import type { VoteResult } from '../../core/statement-votes.ts'
import { VoteResultView } from './vote-result-view.tsx'

type ViewProps = {
  session: Session
  statements: readonly Statement[]
  revision: number
  sheets: readonly VoteSheet[]
  result: VoteResult
  /** Which go is keyed in. */
  turn: number
  form: { entered: Entered; problems: Problems }
  mayEdit: boolean
}

export function VotesView(props: ViewProps) {
  const { session, statements, result, mayEdit } = props
  const here = `/staff/sessions/${session.id}`
  return (
    <>
      {statements.length > 0 && mayEdit && (
        <p class="l-cluster l-cluster--wide l-gap">
          <a href={`${here}/ballot.docx`}>投票用紙（Word）</a>
          <a href={`${here}/ballot.pdf`}>投票用紙（PDF）</a>
        </p>
      )}
      {result.voters > 0 && (
        <Section id="result" title="結果" aside={<a href={`${here}/votes.xlsx`}>結果（Excel・庁内用）</a>}>
          <VoteResultView result={result} />
        </Section>
      )}
      {mayEdit && statements.length > 0 && <Paper {...props} />}
      {mayEdit && statements.length > 0 && <OneBallot {...props} />}
      {mayEdit && <Statements {...props} />}
      {result.voters === 0 && (
        <div class="l-gap">
          <EmptyState title="まだ投票がありません。">
            <p>考えを書き、用紙のしるしを打ち込むと、ここに結果が出ます。</p>
          </EmptyState>
        </div>
      )}
    </>
  )
}

function Statements({ statements, revision, sheets, form: { entered, problems } }: ViewProps) {
  const isVoted = sheets.some(({ ballots }) => ballots.length > 0)
  const isMain = statements.length === 0
  return (
    <Section id="statements" title="考え">
      <form method="post" class="sb-form">
        <input type="hidden" name="revision" value={revision} />
        <TextArea
          name="statements"
          label="賛否を聞く考え（1行に1つ）"
          value={entered['statements'] ?? statements.map(({ text }) => text).join('\n')}
          problem={problems['statements']}
          support={
            isVoted
              ? '投票があるので、いまある行は変えられません。後に加えることはできます'
              : '1つの行に、1つのことだけを書きます。例：昼のバスを増やすために、夜の便を減らしてもよい'
          }
          rows={Math.max(4, statements.length + 1)}
        />
        <button
          class={isMain ? 'dads-button' : 'dads-button dads-button--secondary'}
          name="act"
          value="statements"
          type="submit"
        >
          考えを保存する
        </button>
      </form>
    </Section>
  )
}

/** The paper of one go; the others are a link away. */
function Paper({ session, statements, sheets, turn, form: { entered, problems } }: ViewProps) {
  const used = sheets.filter(({ ballots }) => ballots.length > 0).length
  const sheet = sheets.find((one) => one.turn === turn)
  const isSent = entered['act'] === 'paper'
  const countOf = (other: number) => sheets.find((one) => one.turn === other)?.ballots.length ?? 0
  return (
    <Section id="paper" title="紙から打ち込む">
      <div class="l-flow">
        <ul class="sb-subtab">
          {turns.slice(0, Math.min(turns.length, used + 1)).map((other) => (
            <li key={other}>
              <a
                href={`/staff/sessions/${session.id}/votes?turn=${other}#paper`}
                aria-current={other === turn ? 'page' : undefined}
              >
                {other}回目（{countOf(other)}人）
              </a>
            </li>
          ))}
        </ul>
        <form method="post" class="sb-form">
          <input type="hidden" name="turn" value={turn} />
          <input type="hidden" name="revision" value={sheet?.revision ?? 0} />
          <TextArea
            name="ballots"
            label={`${turn}回目の用紙（1行に1人）`}
            support="用紙の番号、空白、考えの順に ○（賛成）×（反対）△（わからない）・（無記入）。例：12 ○×△・。o x p - でも打てます"
            value={isSent ? (entered['ballots'] ?? '') : ballotLines(sheet?.ballots ?? [])}
            problem={problems['ballots']}
            rows={Math.min(24, Math.max(8, (sheet?.ballots.length ?? 0) + 1))}
          />
          <p class="sb-sub">考えは{statements.length}です。</p>
          <button class="dads-button" name="act" value="paper" type="submit">
            {turn}回目を保存する
          </button>
        </form>
      </div>
    </Section>
  )
}

function OneBallot({ statements, turn, form: { entered, problems } }: ViewProps) {
  const answers = [
    ['agree', '賛成'],
    ['disagree', '反対'],
    ['pass', 'わからない'],
  ] as const
  return (
    <Section id="one" title="その場で答える">
      <Disclosure label="1人分を答える（会場の端末で、順番に）" open={entered['act'] === 'one'}>
        <form method="post" class="sb-form">
          {problems['one'] && <p class="dads-form__error">＊{problems['one']}</p>}
          <SelectField
            name="turn"
            label="何回目か"
            value={String(turn)}
            choices={turns.map((turn) => ({ value: String(turn), label: `${turn}回目` }))}
            width="short"
          />
          {statements.map(({ id, number, text }) => (
            <fieldset key={id} class="dads-form">
              <legend class="dads-form__label">
                {number}　{text}
              </legend>
              <div class="l-cluster">
                {answers.map(([value, label]) => (
                  <label key={value} class="dads-choice">
                    <input
                      type="radio"
                      name={`mark-${id}`}
                      value={value}
                      checked={entered[`mark-${id}`] === value}
                    />
                    <span>{label}</span>
                  </label>
                ))}
              </div>
            </fieldset>
          ))}
          <button class="dads-button dads-button--secondary" name="act" value="one" type="submit">
            1人分を加える
          </button>
        </form>
      </Disclosure>
    </Section>
  )
}
