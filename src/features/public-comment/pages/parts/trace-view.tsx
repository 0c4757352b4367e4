import { channelLabels, methodLabels } from '#src/features/voices/core/labels.ts'
import type { TracedSubmission } from '#src/features/voices/store/queries/trace.ts'
import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { ProblemSummary, TextField } from '#src/ui/field.tsx'
import { Banner, Section } from '#src/ui/parts.tsx'
import { caseStateOn } from '../../core/case.ts'
import { nextStepWords } from '../../core/next-step.ts'
import type { ResultTable } from '../../core/result.ts'
import type { PublicCase } from '../../store/queries/cases.ts'
import { OpinionTrace, type TraceProps } from './trace-opinion.tsx'

/** One field and one button; a GET, so that the address of the trace can be kept. */
export function LookUp({ problem, value }: { problem?: string | undefined; value?: string }) {
  return (
    <form method="get" action="/voice" class="sb-form l-gap" noValidate>
      <TextField
        name="number"
        label="受付番号"
        value={value}
        problem={problem}
        support="例：7K3Q-9XM4-T7。小文字でも、ハイフンがなくてもかまいません。"
        width="mid"
      />
      <button class="dads-button" type="submit">
        調べる
      </button>
    </form>
  )
}

export function TraceView(props: TraceProps) {
  const { traced, one, problems, ownWords, contactsPurgedOn } = props
  const isKept = !traced.withdrawnAt && !traced.textPurgedAt
  return (
    <>
      <ProblemSummary problems={problems} />
      <h1>ご意見のゆくえ</h1>
      <p class="num">
        受付番号 <b>{traced.receiptNumber}</b>　{one?.sheet.title ?? channelLabels[traced.channel]}
      </p>
      {traced.withdrawnAt && (
        <div class="l-gap">
          <Banner tone="warn" title="このご意見は、取り下げられました。">
            <p>
              {eraDay(tokyoDay(new Date(traced.withdrawnAt)))}
              に取り下げの申し出を受けました。文は公表しません。受け付けた記録だけが残っています。
            </p>
          </Banner>
        </div>
      )}
      <Facts {...props} />
      <div class={one?.result ? 'l-split l-gap' : undefined}>
        <div>
          {traced.lateReason && (
            <p class="l-gap">募集の期間の外に届いたご意見です（{traced.lateReason}）。</p>
          )}
          {!traced.withdrawnAt &&
            traced.opinions.map((opinion) => <OpinionTrace key={opinion.id} {...props} opinion={opinion} />)}
          {traced.textPurgedAt && (
            <p class="l-gap">
              お書きいただいた文は、保存の期限が来たので、
              {eraDay(tokyoDay(new Date(traced.textPurgedAt)))}
              に廃棄しました。どうなったかの記録は、残っています。
            </p>
          )}
          {contactsPurgedOn && (
            <p class="l-gap">
              この意見募集でいただいた連絡先は、{eraDay(contactsPurgedOn)}
              に廃棄しました。受付番号は、これからも使えます。
            </p>
          )}
          {isKept && ownWords === undefined && <SecretForm {...props} />}
        </div>
        {one?.result && <Whole one={one} result={one.result} />}
      </div>
    </>
  )
}

function Facts({ traced, one, today }: TraceProps) {
  const isWaiting = one !== undefined && !traced.withdrawnAt
  const facts = [
    ['受け付けた日', eraDay(traced.receivedOn)],
    ['出し方', methodLabels[traced.method]],
    ['ご意見の数', `${traced.opinions.length}件`],
    ['いまの状態', stateWords(traced, one)],
    ...(isWaiting
      ? ([['つぎの予定', nextStepWords(one.sheet, { state: caseStateOn(one, today), today })]] as const)
      : []),
  ] as const
  return (
    <dl class="sb-facts l-gap">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** 一部反映 1件、趣旨を含む 1件; or how far it is. */
function stateWords({ withdrawnAt, opinions }: TracedSubmission, one: PublicCase | undefined): string {
  if (withdrawnAt) return '取り下げ'
  const rows = opinions.flatMap(
    ({ id }) => one?.result?.rows.find(({ opinionIds }) => opinionIds.includes(id)) ?? [],
  )
  if (rows.length > 0)
    return [...Map.groupBy(rows, ({ classLabel }) => classLabel)]
      .map(([label, own]) => `${label} ${own.length}件`)
      .join('、')
  return opinions.some(({ isSorted }) => isSorted) ? '検討しています' : '受け付けました'
}

/** この意見募集の全体, beside one's own. */
const Whole = ({ one, result }: { one: PublicCase; result: ResultTable }) => (
  <aside class="l-split__side" aria-labelledby="whole">
    <div class="sb-box">
      <h2 id="whole" class="sb-h4">
        この意見募集の全体
      </h2>
      <dl class="dads-description-list">
        {(
          [
            ['出した人', `${result.submitters}人`],
            ['ご意見', `${result.opinions}件`],
            ['案を直したご意見', `${result.changed}件`],
          ] as const
        ).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a class="sb-arrow" href={`/comments/${one.id}/result`}>
          結果の一覧
        </a>
      </p>
    </div>
  </aside>
)

function SecretForm({ traced, problems }: TraceProps) {
  return (
    <Section id="own" title="あなたの書いた文を見る">
      <form method="post" action={`/voice/${traced.receiptNumber}`} class="sb-form" noValidate>
        <TextField
          name="secret"
          label="合い言葉"
          problem={problems['secret']}
          support="受付番号といっしょにお渡ししたものです。番号だけでは、文は見られません。"
          autocomplete="off"
          width="mid"
        />
        <button class="dads-button dads-button--secondary" type="submit">
          文を見る
        </button>
      </form>
    </Section>
  )
}
