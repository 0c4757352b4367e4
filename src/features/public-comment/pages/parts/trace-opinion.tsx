import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import { placeLabels, type ThreadEntry } from '#src/features/publication/core/thread.ts'
import type { TracedSubmission } from '#src/features/voices/store/queries/trace.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { Badge } from '#src/ui/parts.tsx'
import { changedHref, type PlanPlace } from '../../core/plan-places.ts'
import type { ResultRow } from '../../core/result.ts'
import type { PublicCase } from '../../store/queries/cases.ts'
import { BeforeAfter } from './before-after.tsx'
import { LinkList } from './link-list.tsx'
import { dispositionTones } from './result-view.tsx'

export type TraceProps = {
  traced: TracedSubmission
  one: PublicCase | undefined
  shown: PublicPlan | undefined
  /** Places of the plan that is public today. */
  places: readonly PlanPlace[]
  today: string
  /** The section that answers each opinion, by its id. */
  answering: ReadonlyMap<string, string>
  /** By opinion: what the plan says rests on it, and what was decided about its items. */
  threads: ReadonlyMap<string, readonly ThreadEntry[]>
  contactsPurgedOn: string | undefined
  problems: Record<string, string>
  ownWords: ReadonlyMap<string, string> | undefined
}

type Opinion = TracedSubmission['opinions'][number]

/** The way of one opinion, step by step. */
export function OpinionTrace(props: TraceProps & { opinion: Opinion }) {
  const { traced, one, threads, ownWords, opinion } = props
  const row = one?.result?.rows.find(({ opinionIds }) => opinionIds.includes(opinion.id))
  const own = ownWords?.get(opinion.id)
  const entries = threads.get(opinion.id) ?? []
  /** What was talked about after the answer stands after it. */
  const isAfter = ({ kind, asOf }: ThreadEntry) =>
    row !== undefined && kind === 'meeting-decision' && asOf > (one?.result?.publishedOn ?? '')
  return (
    <section
      class={opinion.number === 1 ? 'l-gap' : 'l-section'}
      aria-labelledby={`opinion-${opinion.number}`}
    >
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
            <Sorted {...props} />
            <Used entries={entries.filter((entry) => !isAfter(entry))} />
            {row ? <Decided row={row} one={one} /> : <Waiting {...props} />}
            <Used entries={entries.filter(isAfter)} />
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

function Sorted({ opinion, shown, places }: TraceProps & { opinion: Opinion }) {
  const items = opinion.planItemIds.flatMap((id) => shown?.items.get(id) ?? [])
  const chosen = places.find(({ id }) => id === opinion.aboutRef)
  if (!opinion.isSorted && opinion.sameWordings === 0 && items.length === 0) return null
  return (
    <Node sign="分" title={opinion.isSorted ? '分けて、担当に届けました' : '該当するところ'}>
      {items.map((item) => {
        const lead = shown?.units.get(item.lead ?? '')?.name
        return (
          <p key={item.id}>
            {chosen?.itemId === item.id ? (
              <a href={changedHref(chosen.id)}>{chosen.label}</a>
            ) : (
              <a href={`/plan/items/${item.id}`}>
                {`${shown?.numbers.get(item.id) ?? ''} ${item.title}`.trim()}
              </a>
            )}
            {lead && `（主管：${lead}）`}
          </p>
        )
      })}
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
        {row.office && <p>担当：{row.office}</p>}
        <LinkList links={row.links} />
        <p>
          <a href={`/comments/${one?.id}/result#no-${row.number}`}>結果の一覧で見る（{row.number}番）</a>
        </p>
      </Node>
      {row.changes
        .filter(({ after }) => after !== '')
        .map(({ ref, label, before, after }) => (
          <Node key={ref} sign="文" title="計画の文が変わりました">
            {ref && (
              <p>
                <a href={changedHref(ref)}>{label}</a>
              </p>
            )}
            <BeforeAfter before={before} after={after} />
          </Node>
        ))}
    </>
  )
}

function Waiting({ one, today, shown, answering, opinion }: TraceProps & { opinion: Opinion }) {
  const office = shown?.units.get(answering.get(opinion.id) ?? '')?.name ?? one?.sheet.office
  const due = one?.sheet.resultDueOn
  if (one?.result) return <Node sign="果" title="結果の表には含まれていません" state="next" />
  const [itemId] = opinion.planItemIds
  return (
    <Node sign="検" title={opinion.isSorted ? '検討しています' : 'これから読みます'} state="next">
      {office && <p>担当：{office}</p>}
      {one && <p>{dueWords(due, today)}</p>}
      {!one && <p>計画をつくるときの材料にします。</p>}
      {!one && itemId && shown?.items.has(itemId) && (
        <p>
          <a href={`/plan/items/${itemId}/thread`}>寄せられた声が、計画のどこにつながったかを見る</a>
        </p>
      )}
    </Node>
  )
}

/** A delay is told as a delay. */
function dueWords(due: string | undefined, today: string): string {
  if (!due) return '市の考え方がまとまったら、公表します。'
  return due < today
    ? `市の考え方の公表は、予定の日（${eraDay(due)}）より遅れています。まとまりしだい、公表します。`
    : `${eraDay(due)}ごろ、市の考え方を公表する予定です。`
}

/** Where the plan says it rests on this voice, and what meetings decided about its items. */
function Used({ entries }: { entries: readonly ThreadEntry[] }) {
  return (
    <>
      {entries.map(({ id, kind, source, outcome, asOf, quotes, about, ledTo }) =>
        kind === 'meeting-decision' ? (
          <Node key={id} sign="議" title="話し合いました" note={eraDay(asOf)}>
            <p>
              <a href={source.href}>{source.words}</a>　{outcome}
            </p>
            {quotes.map((quote) => (
              <p key={quote}>{quote}</p>
            ))}
          </Node>
        ) : (
          <Node key={id} sign="文" title="計画の根拠になりました">
            <p>
              {placeLabels[about.kind]}：<a href={about.href}>{about.words}</a>
            </p>
            {ledTo.map((place) => (
              <p key={place.id}>
                {placeLabels[place.kind]}：<a href={place.href}>{place.words}</a>
              </p>
            ))}
          </Node>
        ),
      )}
    </>
  )
}
