import type { Entered, Problems } from '#src/platform/form.ts'
import { CheckField, SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { AboutScreen, Badge, Banner, Section } from '#src/ui/parts.tsx'
import { disclosureLabels, kindLabels } from '../../core/labels.ts'
import type { OpinionPlace } from '../../core/place.ts'
import { findPersonal, mask, proposeRedaction, redactionReasonLabels } from '../../core/redaction.ts'
import type { LetterSpan } from '../../core/spans.ts'
import type { Opinion, Submission } from '../../core/submission.ts'
import type { ItemChoice } from '../../store/queries/plan-items.ts'
import type { Code } from '../../store/queries/sorting.ts'
import { PlaceForm } from './place-form.tsx'
import { Release } from './release-view.tsx'
import { VerbatimWithSummary } from './verbatim-view.tsx'

type OpinionProps = {
  title: string
  opinion: Opinion
  submission: Submission
  /** Where a new opinion could begin. */
  sentences: readonly LetterSpan[]
  codes: readonly Code[]
  given: readonly string[]
  items: readonly ItemChoice[]
  place: OpinionPlace | undefined
  districts: readonly string[]
  form: { entered: Entered | undefined; problems: Problems; isStale: boolean }
  /** `quote`: not while the person who said it has still to confirm the record. */
  may: { sort: boolean; redact: boolean; release: boolean; isOther: boolean; quote: boolean }
}

export function OpinionView(props: OpinionProps) {
  const { title, opinion, form, may } = props
  return (
    <>
      <FormHead problems={form.problems} />
      {form.isStale && (
        <Banner tone="warn" title="ほかの人が先に保存しました。あなたの入力は消えていません。">
          <p>下の欄には、あなたの入力が入ったままです。いまの内容を確かめて、もう一度保存してください。</p>
        </Banner>
      )}
      <div class="sb-title">
        <h1>{title}</h1>
        <span class="l-cluster">
          <Badge>{kindLabels[opinion.kind]}</Badge>
          <Badge tone={opinion.disclosure === 'public' ? 'ok' : 'quiet'}>
            {disclosureLabels[opinion.disclosure]}
          </Badge>
        </span>
      </div>
      <VerbatimWithSummary opinion={opinion} />
      {may.sort && <Sorting {...props} />}
      {may.sort && (
        <PlaceForm
          place={props.place}
          revision={opinion.revision}
          isExpected={props.submission.channel === 'request'}
          districts={props.districts}
          form={form}
        />
      )}
      {may.sort && props.sentences.length > 0 && <Splitting {...props} />}
      {may.redact && <Redaction {...props} />}
      <Release {...props} />
      <AboutScreen>
        <p>
          要約は、原文の横に置くもので、原文の代わりにはなりません。公開されるのは、個人情報を伏せた文だけです。伏せた人とは別の人が、公開を決めます。
        </p>
      </AboutScreen>
    </>
  )
}

const Revision = ({ opinion }: { opinion: Opinion }) => (
  <input type="hidden" name="revision" value={opinion.revision} />
)

function Sorting({ opinion, codes, given, items, form }: OpinionProps) {
  const { entered = {}, problems } = form
  const names = new Map(items.map(({ id, label }) => [id, label]))
  return (
    <Section id="sorting" title="分類">
      <form method="post" class="sb-form">
        <Revision opinion={opinion} />
        <SelectField
          name="kind"
          label="種別"
          value={entered['kind'] ?? opinion.kind}
          choices={Object.entries(kindLabels).map(([value, label]) => ({ value, label }))}
          problem={problems['kind']}
          width="short"
        />
        <TextField
          name="kindReason"
          label="対象外の理由"
          value={entered['kindReason'] ?? opinion.kindReason}
          problem={problems['kindReason']}
          support="種別が「対象外」のときに書きます。"
          optional
        />
        <TextField
          name="summary"
          label="要約"
          value={entered['summary'] ?? opinion.summary}
          problem={problems['summary']}
          support="120字くらいまで。数・頁・「ない」を落とさないように書きます。"
          optional
        />
        <fieldset class="dads-form">
          <legend class="dads-form__label">分類</legend>
          {codes.length === 0 && (
            <p class="dads-form__support">
              まだ分類がありません。<a href="/staff/voices/codes">分類の枠組みをつくる</a>
            </p>
          )}
          <div class="sb-choices">
            {codes.map(({ id, label, planItemId }) => (
              <CheckField
                key={id}
                name="code"
                value={id}
                label={label}
                support={names.get(planItemId) ?? ''}
                isChecked={given.includes(id)}
              />
            ))}
          </div>
        </fieldset>
        <button class="dads-button" type="submit" name="act" value="sort">
          分類を保存する
        </button>
      </form>
    </Section>
  )
}

function Splitting({ opinion, submission, sentences }: OpinionProps) {
  return (
    <Section id="splitting" title="分ける">
      <form method="post" class="sb-form">
        <Revision opinion={opinion} />
        <fieldset class="dads-form" id="split">
          <legend class="dads-form__label">ここから別の意見にする文</legend>
          <p class="dads-form__support">
            選んだ文の前で分けます。分けると、公開の決定とまとまりは、やり直しになります。
          </p>
          {sentences.slice(0, 200).map(({ start, end }) => (
            <label key={start} class="dads-choice">
              <input type="checkbox" name="start" value={start} />
              <span dir="auto">{submission.original.slice(start, Math.min(end, start + 200))}</span>
            </label>
          ))}
        </fieldset>
        <button class="dads-button dads-button--secondary" type="submit" name="act" value="split">
          選んだところで分ける
        </button>
      </form>
    </Section>
  )
}

function Redaction({ opinion, form }: OpinionProps) {
  const { entered = {}, problems } = form
  const hits = findPersonal(opinion.verbatim)
  const value = entered['redacted'] ?? opinion.redacted ?? proposeRedaction(opinion.verbatim)
  return (
    <Section id="redaction" title="個人情報を伏せる">
      <form method="post" class="sb-form">
        <Revision opinion={opinion} />
        {hits.length > 0 && (
          <div>
            <p>見つかったもの（{hits.length}か所）。ほかにもないか、読んで確かめてください。</p>
            <ul class="sb-list">
              {hits.slice(0, 50).map(({ start, end, reason }) => (
                <li key={start}>
                  {redactionReasonLabels[reason]}：<b dir="auto">{opinion.verbatim.slice(start, end)}</b>
                </li>
              ))}
            </ul>
          </div>
        )}
        <TextArea
          name="redacted"
          label="公開する文"
          value={value}
          problem={problems['redacted']}
          support={`伏せるところを「${mask}」にします。言葉を足したり、言い換えたりはできません。`}
          rows={6}
        />
        <button class="dads-button dads-button--secondary" type="submit" name="act" value="redact">
          {opinion.redactedBy ? '伏せ直す' : '個人情報を確かめた'}
        </button>
      </form>
    </Section>
  )
}
