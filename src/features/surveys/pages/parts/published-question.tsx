import { ShareBarsChart } from '#src/lib/chart/share-bars-chart.tsx'
import { StackedSharesChart } from '#src/lib/chart/stacked-shares-chart.tsx'
import { weightedPercentWords } from '#src/lib/statistics/tabulation/percent-words.ts'
import { ScrollFrame } from '#src/ui/parts.tsx'
import { publishedFinding } from '../../core/report/findings.ts'
import { shownCells } from '../../core/results/cell-address.ts'
import type { Publication, PublishedTable } from '../../core/results/publication-format.ts'
import { publishedBars, publishedShares, publishedStamp } from '../../core/results/published-figures.ts'
import { type CitedCell, ledFromCell } from './cited-cells.tsx'
import { StampLine } from './stamp-view.tsx'

type Props = {
  publication: Publication
  table: PublishedTable
  /** The figures the plan rests on: each leads on to it. */
  cited: readonly CitedCell[]
}

/** One published question: what it says, the picture, the table, and what it rests on. */
export function PublishedQuestion({ publication, table, cited }: Props) {
  const finding = publishedFinding(table)
  const bars = publishedBars(table)
  const shares = bars ? undefined : publishedShares(table)
  const id = table.key.replaceAll(/\W/g, '-')
  return (
    <figure class="sb-figure l-section">
      <figcaption class="sb-figure__cap">
        {table.item && <span class="sb-figure__no">{table.text}</span>}
        <span class="sb-figure__title">{finding || '答えの割合'}</span>
      </figcaption>
      {bars && (
        <>
          <div class="sb-chart sb-chart--w">
            <StackedSharesChart series={bars} size="wide" id={`pw${id}`} />
          </div>
          <div class="sb-chart sb-chart--n">
            <StackedSharesChart series={bars} size="narrow" id={`pn${id}`} />
          </div>
        </>
      )}
      {shares && (
        <ScrollFrame label={`${table.number} ${table.item}の割合の図`}>
          <ShareBarsChart series={shares} id={`ps${id}`} />
        </ScrollFrame>
      )}
      <PublishedTableView table={table} cited={cited} />
      <p class="sb-sub l-gap">
        「X」は、少ない人数から個人が推測されないように隠した数です。「n」は、その設問を聞かれた人の数です。
      </p>
      <StampLine stamp={publishedStamp(publication, table)} />
    </figure>
  )
}

function PublishedTableView({ table, cited }: Pick<Props, 'table' | 'cited'>) {
  const anchors = new Map(shownCells(table).map((cell) => [`${cell.line} ${cell.column}`, cell.anchor]))
  const leading = new Set(cited.map(({ cell }) => cell.anchor))
  const { number, item, banner, columns, lines } = table
  const hasEnds = lines.some(({ ends }) => ends)
  const isRanking = lines.some(({ meanPlace }) => meanPlace !== undefined)
  return (
    <ScrollFrame label={`${number} ${item}の結果`}>
      <table class="dads-table dads-table--dense">
        <caption>{banner ? `${banner}ごとの割合（%）` : '割合（%）'}</caption>
        <thead>
          <tr>
            <th scope="col">{banner || '対象'}</th>
            <th scope="col" class="is-num">
              n
            </th>
            {lines.map(({ label }) => (
              <th key={label} scope="col" class="is-num">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map(({ label, base }, at) => (
            <tr key={label}>
              <th scope="row" class="is-nowrap">
                {label}
              </th>
              <td class="is-num">{base === null ? <Hidden /> : base.toLocaleString('ja')}</td>
              {lines.map((line, position) => {
                const anchor = anchors.get(`${position} ${at}`)
                return (
                  <td key={line.label} id={anchor} class="is-num sb-landing">
                    <Share
                      count={line.counts[at]}
                      share={line.shares[at]}
                      href={anchor && leading.has(anchor) ? `#${ledFromCell(anchor)}` : undefined}
                    />
                  </td>
                )
              })}
            </tr>
          ))}
          {hasEnds && (
            <tr>
              <th scope="row" class="is-nowrap">
                全体の95％の幅
              </th>
              <td class="is-num">―</td>
              {lines.map(({ label, ends }) => (
                <td key={label} class="is-num">
                  {ends ? `${(ends[0] * 100).toFixed(1)}〜${(ends[1] * 100).toFixed(1)}` : '―'}
                </td>
              ))}
            </tr>
          )}
          {isRanking && (
            <tr>
              <th scope="row" class="is-nowrap">
                全体の平均順位
              </th>
              <td class="is-num">―</td>
              {lines.map(({ label, meanPlace = null }) => (
                <td key={label} class="is-num">
                  {meanPlace === null ? <Hidden /> : meanPlace.toFixed(2)}
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

type ShareProps = {
  count: number | null | undefined
  share: number | null | undefined
  href: string | undefined
}

/** A share, or the sign that it is hidden. */
function Share({ count, share, href }: ShareProps) {
  if (count === null || count === undefined || share === null || share === undefined) return <Hidden />
  const words = weightedPercentWords(share)
  if (!href) return <>{words}</>
  return (
    <a href={href}>
      {words}
      <span class="vh">：計画のどこにつながったか</span>
    </a>
  )
}

function Hidden() {
  return (
    <>
      <span aria-hidden="true">X</span>
      <span class="vh">隠した数</span>
    </>
  )
}
