import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import { findPublicPlan } from '#src/features/plan/store/queries/public.ts'
import { writeCsv } from '#src/lib/csv/csv.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { type Download, page, type Screen } from '#src/platform/page.ts'
import { EmptyState } from '#src/ui/parts.tsx'
import {
  type ThreadEntry,
  type ThreadPlace,
  threadKindLabels,
  threadKinds,
  threadOf,
} from '../core/thread.ts'
import { ledToFrom, placeOf } from '../core/thread-places.ts'
import { threadJson, threadRows } from '../core/thread-rows.ts'
import { listThreads } from '../store/queries/threads.ts'
import { Chapter } from './parts/chapter.tsx'
import { homeCrumb, planCrumb, publicScreen, withPublicPlan } from './parts/public-page.tsx'
import { Threads } from './parts/thread-view.tsx'

/** たどる: everything a measure or policy rests on and what it led to. */
export const itemThreadPage = page('/plan/items/:itemId/thread', {
  audience: 'public',
  show: (context, { params }) =>
    withPublicPlan(
      context,
      async (shown) => {
        const place = found(placeOf(shown, params.itemId), '項目')
        const entries = await listThreads(context, shown, params.itemId)
        const files = `/plan/items/${params.itemId}/thread`
        return threadScreen(shown, { place, entries, files, ledTo: ledToFrom(shown, place) })
      },
      { status: 404 },
    ),
})

/** The same of one indicator. */
export const indicatorThreadPage = page('/indicators/:indicatorId/thread', {
  audience: 'public',
  show: (context, { params }) =>
    withPublicPlan(
      context,
      async (shown) => {
        const place = found(placeOf(shown, params.indicatorId), '指標')
        const { itemId } = found(
          shown.plan.indicators.find(({ id }) => id === params.indicatorId),
          '指標',
        )
        const entries = threadOf(await listThreads(context, shown, itemId), params.indicatorId)
        const files = shown.items.has(itemId) ? `/plan/items/${itemId}/thread` : '/evidence/threads'
        return threadScreen(shown, { place, entries, files, ledTo: [] })
      },
      { status: 404 },
    ),
})

export const itemThreadCsv = page('/plan/items/:itemId/thread.csv', {
  audience: 'public',
  show: (context, { params }) => threadFile(context, { itemId: params.itemId, type: 'csv' }),
})
export const itemThreadJson = page('/plan/items/:itemId/thread.json', {
  audience: 'public',
  show: (context, { params }) => threadFile(context, { itemId: params.itemId, type: 'json' }),
})

type Asked = { itemId?: string; type: 'csv' | 'json' }

/** The threads of one item or of the whole plan as a file. */
export async function threadFile(context: Context, { itemId, type }: Asked): Promise<Download> {
  const shown = found(await findPublicPlan(context), '計画')
  if (itemId !== undefined) found(placeOf(shown, itemId), '項目')
  const entries = await listThreads(context, shown, itemId)
  const name = `${itemId ?? shown.plan.version.id}-thread.${type}`
  return type === 'csv'
    ? { file: writeCsv(threadRows(shown, entries)), contentType: 'text/csv; charset=utf-8', fileName: name }
    : { file: threadJson(shown, entries), contentType: 'application/json', fileName: name }
}

type Shown = {
  place: ThreadPlace
  entries: readonly ThreadEntry[]
  files: string
  /** What all of it leads to. */
  ledTo: readonly ThreadPlace[]
}

function threadScreen(shown: PublicPlan, { place, entries, files, ledTo }: Shown): Screen {
  const kinds = threadKinds.flatMap((kind) => {
    const own = entries.filter((entry) => entry.kind === kind)
    const title = `${threadKindLabels[kind]}（${own.length}）`
    return own.length > 0 ? [{ id: kind, title, body: <Threads entries={own} /> }] : []
  })
  const measured = { id: 'measured', title: '確かめる指標', body: <Measured places={ledTo} /> }
  const parts = kinds.length > 0 && ledTo.length > 0 ? [...kinds, measured] : kinds
  return publicScreen(shown, {
    title: `${place.words}：根拠と、その先`,
    crumbs: [homeCrumb, planCrumb, { label: place.words, href: place.href }],
    body: (
      <>
        <p class="sb-kicker">
          <a href={place.href}>{place.words}</a>
        </p>
        <h1>根拠と、その先</h1>
        <p class="sb-lead l-measure">
          調査や統計、みなさんの声、会議の決定が、計画のどの文につながったかを、どちらからでもたどれます。
        </p>
        {parts.length === 0 ? (
          <EmptyState title="まだ、たどれる根拠がありません。">
            <p>根拠が結び付けられると、ここに載ります。</p>
          </EmptyState>
        ) : (
          <Chapter parts={parts} />
        )}
        <FileLinks files={files} />
      </>
    ),
  })
}

const Measured = ({ places }: { places: readonly ThreadPlace[] }) => (
  <ul class="sb-list">
    {places.map(({ id, words, href }) => (
      <li key={id}>
        <a href={href}>{words}</a>
      </li>
    ))}
  </ul>
)

export const FileLinks = ({ files }: { files: string }) => (
  <p class="l-cluster l-gap">
    <a href={`${files}.csv`}>このたどりのデータ（CSV）</a>
    <a href={`${files}.json`}>このたどりのデータ（JSON）</a>
    <a href="/evidence">計画のすべての根拠</a>
  </p>
)
