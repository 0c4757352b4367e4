import { Disclosure, Section } from '#src/ui/parts.tsx'
import { markedPieces, type RuleSuggestions } from '../../core/suggestions.ts'
import type { Code } from '../../store/queries/sorting.ts'
import type { HeardLine } from '../../store/queries/voices.ts'
import { short } from './list-view.tsx'
import { RuleForm, RuleProblems } from './rules-view.tsx'

type ViewProps = {
  suggestions: RuleSuggestions
  codes: readonly Code[]
  heard: ReadonlyMap<string, HeardLine>
}

const mostShown = 100

/** A rule that is being tried: the field to change it, what it meets and by which words, and what it does not. */
export function RuleTrialView({ suggestions, codes, heard }: ViewProps) {
  const { trial, problems } = suggestions
  const code = codes.find(({ id }) => id === trial?.codeId)
  if (!trial || !code) return <p>この分類は、もうありません。</p>
  const [found] = suggestions.codes
  const met = (found?.matches ?? []).filter(({ id }) => heard.has(id))
  const others = (found?.others ?? []).flatMap((id) => heard.get(id) ?? [])
  return (
    <>
      <p class="l-gap">
        保存していない規則を、いまの意見に当てはめた結果です。これだけでは、分類は付きません。
      </p>
      <RuleProblems problems={problems} />
      <RuleForm code={code} entered={{ rule: trial.rule }} problems={{}} />
      {found && (
        <Section id="met" title={`当てはまる意見（${met.length}件）`}>
          <ul class="sb-list">
            {met.slice(0, mostShown).map(({ id, because }) => (
              <li key={id} dir="auto">
                <a href={`/staff/voices/${heard.get(id)?.submissionId}/opinions/${id}`}>
                  {markedPieces(heard.get(id)?.verbatim ?? '', because).map(({ words, isMet }, at) =>
                    isMet ? <mark key={at}>{words}</mark> : <span key={at}>{words}</span>,
                  )}
                </a>
              </li>
            ))}
          </ul>
          {met.length === 0 && <p>ありません。</p>}
          {met.length > mostShown && <p>はじめの{mostShown}件を示しています。</p>}
        </Section>
      )}
      {others.length > 0 && (
        <Disclosure label={`当てはまらない意見（${found?.otherCount}件のうち${others.length}件）`}>
          <ul class="sb-list">
            {others.map(({ id, submissionId, verbatim }) => (
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
