import type { ComponentChildren } from 'preact'
import type { Entered, Problems } from '#src/platform/form.ts'
import { TextArea } from '#src/ui/field.tsx'
import { Banner, Disclosure, EmptyState, NoValue, ScrollFrame, Section } from '#src/ui/parts.tsx'
import { markedPieces, type RuleSuggestions } from '../../core/suggestions.ts'
import type { Code } from '../../store/queries/sorting.ts'
import type { HeardLine } from '../../store/queries/voices.ts'
import { short } from './list-view.tsx'

export function RulesView({ codes }: { codes: readonly Code[] }) {
  if (codes.length === 0) {
    return (
      <div class="l-gap">
        <EmptyState title="まだ分類がありません。">
          <p>
            <a href="/staff/voices/codes">分類の枠組み</a>に、分類を加えてください。
          </p>
        </EmptyState>
      </div>
    )
  }
  return (
    <div class="l-gap l-flow">
      <ScrollFrame label="分類の規則">
        <table class="dads-table dads-table--wide">
          <caption>分類の規則</caption>
          <thead>
            <tr>
              <th scope="col">分類</th>
              <th scope="col">規則</th>
              <th scope="col">直す</th>
            </tr>
          </thead>
          <tbody>
            {codes.map(({ id, label, rule }) => (
              <tr key={id}>
                <th scope="row">{label}</th>
                <td>{rule ? <code>{rule}</code> : <NoValue words="規則なし" />}</td>
                <td>
                  <a href={`/staff/voices/rules?edit=${id}#edit`}>
                    規則を書く<span class="vh">：{label}</span>
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      {codes.some(({ rule }) => rule !== '') && (
        <form method="post">
          <button class="dads-button" name="act" value="run" type="submit">
            規則を、全部の意見に当てはめる
          </button>
        </form>
      )}
      <Disclosure label="規則の書き方">
        <ul class="sb-list">
          <li>
            <code>学童 and (定員 or 待機) and not 閉校</code>：語とかっこ。語は活用をまとめて数えます
          </li>
          <li>
            <code>"バスの本数"</code>：文字のとおり
          </li>
          <li>
            <code>near(学童-定員)[8]</code>、<code>seq(免許-返納)[5]</code>：8語以内、この順で5語以内
          </li>
          <li>
            <code>count(バス)&gt;=2</code>：2回以上
          </li>
          <li>
            <code>&lt;バスの本数&gt;</code>：ほかの分類の規則に当てはまる
          </li>
          <li>
            <code>地区=谷和原</code>、<code>経路=ワークショップ</code>、<code>年代=40代</code>：声の来かた
          </li>
        </ul>
      </Disclosure>
    </div>
  )
}

type FormProps = {
  code: Code
  entered: Entered | undefined
  problems: Problems
  children: ComponentChildren
}

export function RuleForm({ code, entered, problems, children }: FormProps) {
  return (
    <Section id="edit" title={`「${code.label}」の規則`}>
      <rule-trial>
        <form method="post" action={`/staff/voices/rules?edit=${code.id}`} class="sb-form">
          <input type="hidden" name="revision" value={code.revision} />
          <TextArea
            name="rule"
            label="規則"
            value={entered?.['rule'] ?? code.rule}
            problem={problems['rule']}
            support="例：バス and (本数 or 増やす)。空にすると、規則をやめます"
            rows={3}
          />
          <p class="l-cluster">
            <button class="dads-button" name="act" value="save" type="submit">
              規則を保存する
            </button>
            <button class="dads-button dads-button--secondary" name="act" value="try" type="submit">
              保存せずに試す
            </button>
          </p>
        </form>
        {children}
      </rule-trial>
    </Section>
  )
}

type SuggestionProps = {
  suggestions: RuleSuggestions
  codes: readonly Code[]
  given: readonly { opinionId: string; codeId: string }[]
  heard: ReadonlyMap<string, HeardLine>
  problems: Problems
}

export function SuggestionsView({ suggestions, codes, given, heard, problems }: SuggestionProps) {
  const has = new Set(given.map(({ opinionId, codeId }) => `${opinionId} ${codeId}`))
  return (
    <>
      <RuleProblems problems={suggestions.problems} />
      {suggestions.codes.map((one) => {
        const code = codes.find(({ label }) => label === one.code)
        return code ? (
          <Suggested key={code.id} code={code} one={one} has={has} heard={heard} problems={problems} />
        ) : null
      })}
    </>
  )
}

function RuleProblems({ problems }: Pick<RuleSuggestions, 'problems'>) {
  if (problems.length === 0) return null
  return (
    <Banner tone="error" title="規則に間違いがあるので、当てはめていません。">
      <ul>
        {problems.map(({ code, message }) => (
          <li key={code + message}>
            {code}：{message}
          </li>
        ))}
      </ul>
    </Banner>
  )
}

type SuggestedProps = {
  code: Code
  one: RuleSuggestions['codes'][number]
  has: ReadonlySet<string>
  heard: SuggestionProps['heard']
  problems: Problems
}

function Suggested({ code, one, has, heard, problems }: SuggestedProps) {
  const known = one.matches.filter(({ id }) => heard.has(id))
  const fresh = known.filter(({ id }) => !has.has(`${id} ${code.id}`))
  const others = one.others.flatMap((id) => heard.get(id) ?? [])
  return (
    <Section id={code.id} title={code.label}>
      <div class="l-flow">
        <p>
          規則：<code>{code.rule}</code>
        </p>
        <p>
          当てはまる {known.length}件（まだ付いていない {fresh.length}件）、当てはまらない {one.otherCount}
          件。
        </p>
        {fresh.length > 0 && (
          <form method="post" class="l-flow">
            <input type="hidden" name="codeId" value={code.id} />
            {problems[code.id] && <p class="dads-form__error">＊{problems[code.id]}</p>}
            <ul class="l-flow">
              {fresh.map(({ id, because }) => (
                <li key={id}>
                  <label class="dads-choice">
                    <input type="checkbox" name="opinion" value={id} checked />
                    <span dir="auto">
                      {markedPieces(heard.get(id)?.verbatim ?? '', because).map(({ words, isMet }, at) =>
                        isMet ? <mark key={at}>{words}</mark> : <span key={at}>{words}</span>,
                      )}
                    </span>
                  </label>
                </li>
              ))}
            </ul>
            <button class="dads-button dads-button--secondary" type="submit">
              選んだ意見に「{code.label}」を付ける
            </button>
          </form>
        )}
        {others.length > 0 && (
          <Disclosure label={`当てはまらない意見（${one.otherCount}件のうち${others.length}件）`}>
            <ul class="sb-list">
              {others.map(({ id, submissionId, verbatim }) => (
                <li key={id} dir="auto">
                  <a href={`/staff/voices/${submissionId}/opinions/${id}`}>{short(verbatim)}</a>
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </div>
    </Section>
  )
}
