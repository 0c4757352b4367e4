import { writeCsv } from '#src/lib/csv/csv.ts'
import { page } from '#src/platform/page.ts'
import { EmptyState } from '#src/ui/parts.tsx'
import { decisionRows } from '../core/decision-log.ts'
import { listPublicDecisions } from '../store/queries-public.ts'
import { DecisionTable } from '../views/decision-table.tsx'
import { publicSubjectTitle } from './parts/subjects.ts'

const title = '決まったこと'

/** 決まったこと: what was decided when, by whom, with which papers, on one page. */
export const publicDecisionsPage = page('/meetings/decisions', {
  audience: 'public',
  async show(context) {
    const log = await listPublicDecisions(context)
    const titleOf = await publicSubjectTitle(context)
    return {
      title,
      crumbs: [
        { label: '総合計画', href: '/' },
        { label: '会議の記録', href: '/meetings' },
      ],
      printLine: title,
      body: (
        <>
          <h1>{title}</h1>
          <p class="sb-lead l-measure">
            いつ、だれが、どの資料にもとづいて、何を決めたかを、新しい順に並べています。
          </p>
          {log.length === 0 ? (
            <EmptyState title="公開された決定は、まだありません。">
              <p>会議録が公開されると、ここに並びます。</p>
            </EmptyState>
          ) : (
            <div class="l-gap l-flow">
              <DecisionTable log={log} caption={`${title}（${log.length}件）`} titleOf={titleOf} />
              <p>
                <a href="/meetings/decisions.csv">
                  データ（CSV）<span class="vh">：{title}</span>
                </a>
              </p>
            </div>
          )}
        </>
      ),
    }
  },
})

/** The same as an open table. */
export const publicDecisionsCsv = page('/meetings/decisions.csv', {
  audience: 'public',
  async show(context) {
    return {
      file: writeCsv(decisionRows(await listPublicDecisions(context))),
      contentType: 'text/csv; charset=utf-8',
      fileName: `${title}.csv`,
    }
  },
})
