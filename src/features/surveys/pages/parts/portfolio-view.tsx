import type { SurveyQuestion } from '#src/formats/survey-question.ts'
import { PortfolioChart } from '#src/lib/chart/portfolio-chart.tsx'
import { NoValue, ScrollFrame } from '#src/ui/parts.tsx'
import type { Stamp } from '../../core/report/stamp.ts'
import { portfolioCells, portfolioHeads } from '../../core/results/portfolio-cells.ts'
import type { PortfolioResult } from '../../core/results/portfolio-result.ts'
import {
  type PortfolioScale,
  portfolioFinding,
  portfolioSeries,
} from '../../core/results/portfolio-series.ts'
import { StampLine } from './stamp-view.tsx'

type FigureProps = {
  question: Pick<SurveyQuestion, 'code' | 'number' | 'text'>
  result: PortfolioResult
  scale: PortfolioScale
  stamp: Stamp
}

/** 満足度・重要度 as a figure with its table. */
export function PortfolioFigure({ question: { code, number, text }, result, scale, stamp }: FigureProps) {
  const series = portfolioSeries(result, `${number} 満足度と重要度`, scale)
  return (
    <figure class="sb-figure l-section" aria-labelledby={`p-${code}`}>
      <figcaption class="sb-figure__cap">
        <span class="sb-figure__no">
          {number}　{text}
        </span>
        <span class="sb-figure__title" id={`p-${code}`}>
          {portfolioFinding(result)}
        </span>
        <span class="sb-figure__find">
          {result.isProbability
            ? 'だ円は95％の信頼域。幅が軸にかかるものは白丸で、「区分は未確定」です。四角は「重点的に良くする」です。'
            : 'だ円（信頼域）は示しません。'}
        </span>
      </figcaption>
      {series ? (
        <>
          <div class="sb-chart sb-chart--w">
            <PortfolioChart series={series} size="wide" id={`${code}w`} />
          </div>
          <div class="sb-chart sb-chart--n">
            <PortfolioChart series={series} size="narrow" id={`${code}n`} />
          </div>
        </>
      ) : (
        <p>どの項目の得点も同じなので、偏差値の図は描けません。</p>
      )}
      <PortfolioTable result={result} caption={`${number} 満足度と重要度`} />
      <StampLine stamp={stamp} />
    </figure>
  )
}

function PortfolioTable({ result, caption }: { result: PortfolioResult; caption: string }) {
  return (
    <ScrollFrame label="満足度と重要度の表">
      <table class="dads-table dads-table--dense dads-table--wide">
        <caption>{caption}（番号は図と同じ）</caption>
        <thead>
          <tr>
            <th scope="col" class="is-num">
              番号
            </th>
            <th scope="col">項目</th>
            <th scope="col">区分</th>
            {portfolioHeads.map((head) => (
              <th key={head} scope="col" class="is-num">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {portfolioCells(result).map(({ number, label, quarter, cells }) => (
            <tr key={number}>
              <td class="is-num">{number}</td>
              <th scope="row" class="is-nowrap">
                {label}
              </th>
              <td class="is-nowrap">{quarter}</td>
              {cells.map((cell, place) => (
                <td key={portfolioHeads[place]} class="is-num">
                  {cell || <NoValue />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}
