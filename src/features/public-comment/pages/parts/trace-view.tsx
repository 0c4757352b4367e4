import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import { channelLabels, methodLabels } from '#src/features/voices/core/labels.ts'
import type { TracedSubmission } from '#src/features/voices/store/queries/trace.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { ProblemSummary, TextField } from '#src/ui/field.tsx'
import { Badge, Banner, Section } from '#src/ui/parts.tsx'
import { changedHref } from '../../core/plan-places.ts'
import type { ResultRow } from '../../core/result.ts'
import type { PublicCase } from '../../store/queries/cases.ts'
import { BeforeAfter, dispositionTones } from './result-view.tsx'

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

type TraceProps = {
  traced: TracedSubmission
  one: PublicCase | undefined
  shown: PublicPlan | undefined
  problems: Record<string, string>
  ownWords: ReadonlyMap<string, string> | undefined
}

export function TraceView(props: TraceProps) {
  const { traced, one, problems, ownWords } = props
  const facts = [
    ['受け付けた日', eraDay(traced.receivedOn)],
    ['どこに', one?.sheet.title ?? channelLabels[traced.channel]],
    ['出し方', methodLabels[traced.method]],
    ['ご意見の数', `${traced.opinions.length}件`],
  ] as const
  return (
    <>
      <ProblemSummary problems={problems} />
      <h1>ご意見のゆくえ</h1>
      <p class="num">
        受付番号 <b>{traced.receiptNumber}</b>
      </p>
      {traced.withdrawnAt && (
        <Banner tone="warn" title="このご意見は、取り下げられました。">
          <p>文は公表しません。受け付けた記録だけが残っています。</p>
        </Banner>
      )}
      <dl class="sb-facts l-gap">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {traced.lateReason && <p class="l-gap">募集の期間の外に届いたご意見です（{traced.lateReason}）。</p>}
      {!traced.withdrawnAt &&
        traced.opinions.map((opinion) => <OpinionTrace key={opinion.id} {...props} opinion={opinion} />)}
      {!traced.withdrawnAt && ownWords === undefined && <SecretForm {...props} />}
    </>
  )
}

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

type Opinion = TracedSubmission['opinions'][number]

function OpinionTrace({ traced, one, shown, ownWords, opinion }: TraceProps & { opinion: Opinion }) {
  const row = one?.result?.rows.find(({ opinionIds }) => opinionIds.includes(opinion.id))
  const own = ownWords?.get(opinion.id)
  return (
    <section class="l-section" aria-labelledby={`opinion-${opinion.number}`}>
      <h2 id={`opinion-${opinion.number}`}>{opinion.number}件目</h2>
      <ol class="sb-thread l-gap">
        <Node sign="声" title="受け付けました" note={eraDay(traced.receivedOn)}>
          {own !== undefined && (
            <blockquote class="sb-quote sb-prewrap" dir="auto">
              {own}
            </blockquote>
          )}
        </Node>
        {opinion.kind === 'none' ? (
          <Node sign="済" title="「特になし」として数えました" />
        ) : (
          <>
            <Sorted opinion={opinion} shown={shown} />
            {row ? <Decided row={row} one={one} /> : <Waiting one={one} isSorted={opinion.isSorted} />}
          </>
        )}
      </ol>
    </section>
  )
}

type NodeProps = {
  sign: string
  title: string
  note?: string
  state?: 'now' | 'next'
  children?: preact.ComponentChildren
}

function Node({ sign, title, note, state, children }: NodeProps) {
  return (
    <li class={state && `is-${state}`}>
      <span class="sb-thread__node" aria-hidden="true">
        {sign}
      </span>
      <div class="sb-thread__body">
        <p class="sb-thread__kind">
          <b>{title}</b>
          {note}
        </p>
        {children}
      </div>
    </li>
  )
}

function Sorted({ opinion, shown }: { opinion: Opinion; shown: PublicPlan | undefined }) {
  if (!opinion.isSorted && opinion.sameWordings === 0) return null
  const items = opinion.planItemIds.flatMap((id) => shown?.items.get(id) ?? [])
  return (
    <Node sign="分" title="分けて、担当に届けました">
      {items.map((item) => (
        <p key={item.id}>
          <a href={`/plan/items/${item.id}`}>{`${shown?.numbers.get(item.id) ?? ''} ${item.title}`.trim()}</a>
        </p>
      ))}
      {opinion.sameWordings > 0 && <p>同じ文面のご意見が、ほかに{opinion.sameWordings}件ありました。</p>}
    </Node>
  )
}

function Decided({ row, one }: { row: ResultRow; one: PublicCase | undefined }) {
  return (
    <>
      <Node
        sign="決"
        title="決まりました"
        note={one?.result ? eraDay(one.result.publishedOn) : ''}
        state="now"
      >
        <p>
          <Badge tone={dispositionTones[row.disposition]}>{row.classLabel}</Badge>
        </p>
        <p class="sb-prewrap">{row.reply}</p>
        {row.reason && <p class="sb-prewrap">理由：{row.reason}</p>}
        <p>
          <a href={`/comments/${one?.id}/result#no-${row.number}`}>結果の一覧で見る（{row.number}番）</a>
        </p>
      </Node>
      {row.after && (
        <Node sign="文" title="計画の文が変わりました">
          {row.planRef && (
            <p>
              <a href={changedHref(row.planRef)}>{row.planLabel}</a>
            </p>
          )}
          <BeforeAfter row={row} />
        </Node>
      )}
    </>
  )
}

function Waiting({ one, isSorted }: { one: PublicCase | undefined; isSorted: boolean }) {
  const due = one?.sheet.resultDueOn
  if (one?.result) return <Node sign="果" title="結果の表には含まれていません" state="next" />
  return (
    <Node sign="検" title={isSorted ? '検討しています' : 'これから読みます'} state="next">
      {one ? (
        <p>
          {due
            ? `${eraDay(due)}ごろ、市の考え方を公表する予定です。`
            : '市の考え方がまとまったら、公表します。'}
        </p>
      ) : (
        <p>計画をつくるときの材料にします。</p>
      )}
    </Node>
  )
}
