import type { ComponentChildren } from 'preact'
import { listPublicPlaces } from '#src/features/deliberation/store/queries-places.ts'
import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import {
  findPublicPlan,
  getPublicVersion,
  listPublicVersions,
} from '#src/features/plan/store/queries/public.ts'
import { page } from '#src/platform/page.ts'
import { Banner, NoValue, ScrollFrame } from '#src/ui/parts.tsx'
import { itemScreen } from './item.tsx'
import { Chapter } from './parts/chapter.tsx'
import { DecidedBy } from './parts/decided-by.tsx'
import { fromToText } from './parts/indicator-values.tsx'
import { homeCrumb, planCrumb, publicScreen, unitName, versionWords } from './parts/public-page.tsx'
import { Line, Title } from './parts/words.tsx'

const versionsCrumb = { label: 'これまでの版と変更', href: '/plan/versions' }
const addressOf = ({ plan }: PublicPlan) => `/plan/versions/${plan.version.id}`

/** A version as it was published: its tree with what each measure aimed at and its targets. */
export const versionPage = page('/plan/versions/:versionId', {
  audience: 'public',
  async show(context, { params }) {
    const shown = await getPublicVersion(context, params.versionId)
    const current = await findPublicPlan(context)
    const { decision } = (await listPublicVersions(context)).find(({ id }) => id === params.versionId) ?? {}
    const places = await listPublicPlaces(context, decision?.ref ? [decision.ref] : [])
    return publicScreen(shown, {
      title: shown.plan.version.label,
      crumbs: [homeCrumb, planCrumb, versionsCrumb],
      body: (
        <Version shown={shown} isCurrent={current?.plan.version.id === params.versionId}>
          {decision && <DecidedBy decision={decision} places={places} />}
        </Version>
      ),
    })
  },
})

/** An item as it stood in a version, under the same words as the page of today. */
export const versionItemPage = page('/plan/versions/:versionId/items/:itemId', {
  audience: 'public',
  async show(context, { params }) {
    const shown = await getPublicVersion(context, params.versionId)
    const screen = itemScreen(shown, params.itemId)
    if ('seeOther' in screen) return { seeOther: addressOf(shown) }
    return {
      ...screen,
      title: `${screen.title}（${shown.plan.version.label}）`,
      crumbs: [
        homeCrumb,
        planCrumb,
        versionsCrumb,
        { label: shown.plan.version.label, href: addressOf(shown) },
      ],
      body: (
        <>
          <OldVersion shown={shown} itemId={params.itemId} />
          {screen.body}
        </>
      ),
    }
  },
})

/** Says which version this is, and where the text of today stands. */
function OldVersion({ shown, itemId }: { shown: PublicPlan; itemId?: string }) {
  return (
    <Banner tone="warn" title={`${versionWords(shown)}の文です。いまの計画とは違うことがあります。`}>
      <p>
        <a href={itemId ? `/plan/items/${itemId}` : '/plan'}>いまの計画を見る</a>
      </p>
    </Banner>
  )
}

type VersionProps = { shown: PublicPlan; isCurrent: boolean; children: ComponentChildren }

/** `children`: by what the version was decided. */
function Version({ shown, isCurrent, children }: VersionProps) {
  const { plan, tree, numbers } = shown
  return (
    <>
      {!isCurrent && <OldVersion shown={shown} />}
      <h1>
        {plan.version.label}：<Title text={plan.title} />
      </h1>
      {plan.version.publicNote && (
        <p class="sb-lead l-measure">
          <Line shown={shown} text={plan.version.publicNote} />
        </p>
      )}
      {children}
      <p class="sb-sub">
        {versionWords(shown)}　照合のための値（SHA-256）：<code>{shown.hash.replace('sha256:', '')}</code>
      </p>
      <Chapter
        parts={tree.map(({ item, children }) => ({
          id: item.id,
          title: `${numbers.get(item.id)}　${item.title}`,
          body: <Measures shown={shown} title={item.title} ids={children.map((child) => child.item.id)} />,
        }))}
      />
    </>
  )
}

function Measures({ shown, title, ids }: { shown: PublicPlan; title: string; ids: readonly string[] }) {
  const { plan, numbers, items, indicators } = shown
  return (
    <ScrollFrame label={title}>
      <table class="dads-table dads-table--wide">
        <caption>{`${title}の${plan.labels.measure}と目標`}</caption>
        <thead>
          <tr>
            <th scope="col">{plan.labels.measure}</th>
            <th scope="col">めざす姿</th>
            <th scope="col">指標と目標</th>
            <th scope="col">主管課</th>
          </tr>
        </thead>
        <tbody>
          {ids.flatMap((id) => {
            const item = items.get(id)
            if (!item) return []
            const own = indicators.get(id) ?? []
            return (
              <tr key={id}>
                <th scope="row">
                  <a href={`${addressOf(shown)}/items/${id}`}>{`${numbers.get(id)} ${item.title}`}</a>
                </th>
                <td>
                  {item.kind !== 'program' && item.desiredState ? (
                    <Line shown={shown} text={item.desiredState} />
                  ) : (
                    <NoValue />
                  )}
                </td>
                <td>
                  {own.length === 0 ? (
                    <NoValue />
                  ) : (
                    own.map((one) => <p key={one.id}>{`${one.name}：${fromToText(one)}`}</p>)
                  )}
                </td>
                <td>{unitName(shown, item.lead)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollFrame>
  )
}
