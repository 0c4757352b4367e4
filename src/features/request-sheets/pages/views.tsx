import { getMunicipality } from '#src/features/organization/store/queries.ts'
import { mayDo } from '#src/platform/authorize.ts'
import { page } from '#src/platform/page.ts'
import { AboutScreen, EmptyState } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { roundViews } from '../core/views/round-views.ts'
import { getViewGround } from '../store/queries-views.ts'
import { roundAddress, roundPaperAddress, sheetsCrumb } from './parts/addresses.ts'
import { roundFacts } from './parts/round-facts.ts'
import { ViewTable, ViewTabs } from './parts/view-table.tsx'

/** 取りまとめの一覧 of a round: the approved answers put together by one question each, as far as the person may read them. */
export const viewsPage = page('/staff/sheets/rounds/:roundId/views', {
  audience: 'staff',
  async show(context, { params: { roundId }, url }) {
    const ground = await getViewGround(context, roundId)
    const views = roundViews(ground)
    const shown = views.find(({ kind }) => kind === url.searchParams.get('view')) ?? views[0]
    return {
      title: `取りまとめの一覧：${ground.round.title}`,
      facts: roundFacts(ground.round),
      crumbs: [sheetsCrumb, { label: ground.round.title, href: roundAddress(roundId) }],
      isInvented: (await getMunicipality(context)).isSample,
      body: (
        <>
          <h1>取りまとめの一覧</h1>
          {shown ? (
            <>
              {mayDo(context.actor, permissions, 'make-round-paper') && (
                <p class="l-gap">
                  <a href={roundPaperAddress(roundId)}>専門部会・策定委員会の資料にする</a>
                </p>
              )}
              <ViewTabs roundId={roundId} views={views} current={shown.kind} />
              <ViewTable roundId={roundId} view={shown} />
            </>
          ) : (
            <EmptyState title="この依頼には、一覧にできる項目がありません。">
              <p>
                「調査票」か「施策・目標値依頼シート」のひな形（写したものも同じ）でつくった依頼に、一覧ができます。
              </p>
            </EmptyState>
          )}
          <AboutScreen>
            <p>
              課長が承認した回答（回答済・受理）だけを、そのままの言葉で並べます。差し戻したシートは、もう一度承認されるまで入りません。
              見えるのは、自分が読めるシートだけです。
            </p>
          </AboutScreen>
        </>
      ),
    }
  },
})
