import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import { found } from '#src/platform/errors.ts'
import { page } from '#src/platform/page.ts'
import { Badge, EmptyState, Section } from '#src/ui/parts.tsx'
import { bySource, type ThreadEntry, threadKindLabels, threadKinds } from '../core/thread.ts'
import { listThreads } from '../store/queries/threads.ts'
import { Chapter } from './parts/chapter.tsx'
import { homeCrumb, planCrumb, publicScreen, withPublicPlan } from './parts/public-page.tsx'
import { Entry } from './parts/thread-view.tsx'
import { FileLinks, threadFile } from './thread.tsx'

const evidenceCrumb = { label: '計画の根拠', href: '/evidence' }

/** 計画の根拠: every source the plan rests on, each leading to what it led to. */
export const evidencePage = page('/evidence', {
  audience: 'public',
  show: (context) =>
    withPublicPlan(context, async (shown) =>
      publicScreen(shown, {
        title: '計画の根拠',
        crumbs: [homeCrumb, planCrumb],
        body: <Sources entries={await listThreads(context, shown)} />,
      }),
    ),
})

export const threadsCsv = page('/evidence/threads.csv', {
  audience: 'public',
  show: (context) => threadFile(context, { type: 'csv' }),
})
export const threadsJson = page('/evidence/threads.json', {
  audience: 'public',
  show: (context) => threadFile(context, { type: 'json' }),
})

function Sources({ entries }: { entries: readonly ThreadEntry[] }) {
  const gone = bySource(entries.filter(({ source }) => source.state === 'gone')).length
  const parts = threadKinds.flatMap((kind) => {
    const sources = bySource(entries.filter((entry) => entry.kind === kind))
    if (sources.length === 0) return []
    const title = `${threadKindLabels[kind]}（${sources.length}）`
    return [{ id: kind, title, body: <SourceList sources={sources} /> }]
  })
  return (
    <>
      <h1>計画の根拠</h1>
      <p class="sb-lead l-measure">
        計画の文や指標は、調査や統計、みなさんの声、会議の決定をもとにしています。もとになったものを選ぶと、何につながったかがわかります。
      </p>
      {gone > 0 && <p>いまは見つからないものが{gone}件あります。</p>}
      {parts.length === 0 ? (
        <EmptyState title="まだ、根拠が結び付けられていません。">
          <p>結び付けられると、ここに載ります。</p>
        </EmptyState>
      ) : (
        <Chapter parts={parts} />
      )}
      <FileLinks files="/evidence/threads" />
    </>
  )
}

const SourceList = ({ sources }: { sources: readonly (readonly ThreadEntry[])[] }) => (
  <ul class="sb-list">
    {sources.map((own) => {
      const [first] = own
      return (
        first && (
          <li key={first.id}>
            <a href={`/evidence/${first.source.key}`}>{first.source.words}</a>
            <span class="sb-sub nowrap">　{own.length}か所</span>
            {first.source.state === 'gone' && (
              <>
                {' '}
                <Badge tone="warn">いまは見つかりません</Badge>
              </>
            )}
          </li>
        )
      )
    })}
  </ul>
)

/** 1つの根拠: what rests on one survey, data set, way of speaking, meeting or call for comments, and what that led to. */
export const sourcePage = page('/evidence/:sourceKey', {
  audience: 'public',
  show: (context, { params }) =>
    withPublicPlan(
      context,
      async (shown) => {
        const entries = await listThreads(context, shown)
        const own = entries.filter(({ source }) => source.key === params.sourceKey)
        const first = found(own[0], '根拠')
        return publicScreen(shown, {
          title: `${sourceTitle(own)}がつながったところ`,
          crumbs: [homeCrumb, planCrumb, evidenceCrumb],
          body: <Source shown={shown} own={own} first={first} />,
        })
      },
      { status: 404 },
    ),
})

/** Rows of one case or questions of one survey go by what they have in common. */
const sourceTitle = ([first, ...others]: readonly ThreadEntry[]): string =>
  (first?.source.words ?? '').replace(others.length > 0 ? / (\d+番|問\d+)$/ : /$^/, '')

type SourceProps = { shown: PublicPlan; own: readonly ThreadEntry[]; first: ThreadEntry }

function Source({ shown, own, first: { kind, source } }: SourceProps) {
  const title = sourceTitle(own)
  const [page] = source.href.split('#')
  const items = [...Map.groupBy(own, ({ itemId }) => itemId)]
  return (
    <>
      <p class="sb-kicker">{threadKindLabels[kind]}</p>
      <h1>{title}</h1>
      <p class="sb-lead l-measure">ここから、計画の{own.length}か所につながっています。</p>
      {page && (
        <p>
          <a class="sb-arrow" href={page}>
            もとのページを見る<span class="vh">：{title}</span>
          </a>
        </p>
      )}
      {source.state === 'gone' && (
        <p>もとになったものは、いまは見つかりません。公開をやめたか、取り下げられました。</p>
      )}
      {items.map(([itemId, entries]) => (
        <Section
          key={itemId}
          id={itemId}
          title={`${shown.numbers.get(itemId) ?? ''} ${shown.items.get(itemId)?.title ?? shown.plan.concept.vision.title}`.trim()}
          aside={shown.items.has(itemId) && <a href={`/plan/items/${itemId}/thread`}>ほかの根拠も見る</a>}
        >
          <ol class="sb-thread l-gap">
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
        </Section>
      ))}
    </>
  )
}
