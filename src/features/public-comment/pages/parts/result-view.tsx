import { Badge, type BadgeTone, EmptyState, ScrollFrame, Section } from '#src/ui/parts.tsx'
import type { Disposition } from '../../core/classes.ts'
import { changedHref, placeHref } from '../../core/plan-places.ts'
import type { ResultRow, ResultTable } from '../../core/result.ts'
import { BeforeAfter } from './before-after.tsx'
import { LinkList } from './link-list.tsx'
import { ResultCounts } from './result-counts.tsx'

export const dispositionTones: Readonly<Record<Disposition, BadgeTone>> = {
  adopted: 'ok',
  'partly-adopted': 'ok',
  corrected: 'ok',
  'already-covered': 'info',
  'for-reference': 'quiet',
  'not-adopted': 'warn',
  'out-of-scope': 'quiet',
}

/** The three counts apart, their sums, and every answer. Made of the frozen result alone. */
export function ResultView({ result, versionId }: { result: ResultTable; versionId: string }) {
  return (
    <>
      <ResultCounts result={result} />
      <Section id="answers" title="ご意見と市の考え方">
        {result.rows.length === 0 ? (
          <EmptyState title="承認した市の考え方は、まだありません。">
            <p>承認すると、ここに並びます。</p>
          </EmptyState>
        ) : (
          <ScrollFrame label="ご意見と市の考え方">
            <table class="dads-table dads-table--cards sb-answers">
              <caption>
                <span class="vh">ご意見と市の考え方</span>
              </caption>
              <thead>
                <tr>
                  <th scope="col" class="is-num">
                    番号
                  </th>
                  <th scope="col">該当箇所</th>
                  <th scope="col">ご意見</th>
                  <th scope="col" class="is-num">
                    意見数
                  </th>
                  <th scope="col">対応区分</th>
                  <th scope="col">市の考え方</th>
                </tr>
              </thead>
              <tbody>
                {result.rows.map((row) => (
                  <Row key={row.number} row={row} versionId={versionId} />
                ))}
              </tbody>
            </table>
          </ScrollFrame>
        )}
      </Section>
    </>
  )
}

function Row({ row, versionId }: { row: ResultRow; versionId: string }) {
  return (
    <tr id={`no-${row.number}`}>
      <td class="is-num" data-label="番号">
        {row.number}
      </td>
      <td data-label="該当箇所">
        {row.aboutRef ? (
          <a href={placeHref(`/plan/versions/${versionId}`, row.aboutRef)}>{row.about}</a>
        ) : (
          row.about
        )}
      </td>
      <th scope="row">
        {row.summary && <p>要約：{row.summary}</p>}
        {row.texts.slice(0, 3).map((text) => (
          <p key={text} class="sb-prewrap" dir="auto">
            {text}
          </p>
        ))}
        {row.texts.length > 3 && <p>ほかに、{row.texts.length - 3}通りの文がありました。</p>}
        {!row.summary && row.texts.length === 0 && <p>（文は公表しません）</p>}
        {row.opinions > 1 && <p class="sb-sub">同趣旨 {row.opinions}件</p>}
      </th>
      <td class="is-num" data-label="意見数">
        {row.opinions}
      </td>
      <td data-label="対応区分">
        <Badge tone={dispositionTones[row.disposition]}>{row.classLabel}</Badge>
      </td>
      <td>
        <p class="sb-prewrap">{row.reply}</p>
        {row.reason && <p class="sb-prewrap">理由：{row.reason}</p>}
        {row.office && <p class="sb-sub">担当：{row.office}</p>}
        <LinkList links={row.links} />
        {row.changes.map(({ ref, label, before, after }) => (
          <div key={ref} class="l-gap">
            {ref && (
              <p>
                直したところ：<a href={changedHref(ref)}>{label}</a>
              </p>
            )}
            {after && <BeforeAfter before={before} after={after} />}
          </div>
        ))}
      </td>
    </tr>
  )
}
