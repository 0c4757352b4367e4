import { Disclosure } from '#src/ui/parts.tsx'
import type { RuleTrial, Saying } from '../../core/rule-trial.ts'
import { markedPieces } from '../../core/suggestions.ts'
import { short } from './list-view.tsx'

type ViewProps = { rule: string; trial: RuleTrial | undefined; problem: string | undefined }

const mostShown = 100
const mostOthers = 50

/**
 * What a rule that is not saved meets and by which words, and what it does not. The place is always there: `<rule-trial>`
 * puts the next answer into it.
 */
export function RuleTrialView({ rule, trial, problem }: ViewProps) {
  const wrong = problem ?? trial?.problem
  const words = wrong
    ? `まだ規則として読めません：${wrong}`
    : trial?.met
      ? `当てはまる ${trial.met.length}件、当てはまらない ${trial.others.length}件`
      : ''
  return (
    <>
      <p class="sb-sub l-gap" role="status" data-trial-state />
      <div data-trial data-words={words} class="l-gap l-flow">
        {trial?.problem && <p class="dads-form__error">＊{trial.problem}</p>}
        {trial?.met && <Found rule={rule} {...trial} />}
      </div>
    </>
  )
}

type FoundProps = { rule: string; met: NonNullable<RuleTrial['met']>; others: Saying[] }

function Found({ rule, met, others }: FoundProps) {
  return (
    <>
      <p class="sb-sub">
        <code>{rule}</code> を、いまの意見に当てはめた結果です。保存しても、これだけでは分類は付きません。
      </p>
      <h3>当てはまる意見（{met.length}件）</h3>
      {met.length === 0 && <p>ありません。</p>}
      <ul class="sb-list">
        {met.slice(0, mostShown).map(({ saying, because }) => (
          <li key={saying.id} dir="auto">
            <a href={`/staff/voices/${saying.submissionId}/opinions/${saying.id}`}>
              {markedPieces(saying.verbatim, because).map(({ words, isMet }, at) =>
                isMet ? <mark key={at}>{words}</mark> : <span key={at}>{words}</span>,
              )}
            </a>
          </li>
        ))}
      </ul>
      {met.length > mostShown && <p>はじめの{mostShown}件を示しています。</p>}
      {others.length > 0 && (
        <Disclosure label={othersLabel(others.length)}>
          <ul class="sb-list">
            {others.slice(0, mostOthers).map(({ id, submissionId, verbatim }) => (
              <li key={id} dir="auto">
                <a href={`/staff/voices/${submissionId}/opinions/${id}`}>{short(verbatim)}</a>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  )
}

const othersLabel = (count: number) =>
  count > mostOthers
    ? `当てはまらない意見（${count}件のうち${mostOthers}件）`
    : `当てはまらない意見（${count}件）`
