import { portfolioStampOf } from '../../core/report/make-stamp.ts'
import type { Publication, PublishedPortfolio } from '../../core/results/publication-format.ts'
import { PortfolioFigure } from './portfolio-view.tsx'

type Props = { portfolio: PublishedPortfolio; publication: Publication }

/** 満足度・重要度 as it was published. */
export function PublishedPortfolioView({ portfolio, publication }: Props) {
  const { key, number, text, leftOut, result } = portfolio
  const stamp = portfolioStampOf(publication, result, `${number} ${text}`)
  return (
    <section class="l-section" aria-labelledby={`h-${key}`}>
      <h2 id={`h-${key}`}>満足度と重要度</h2>
      <PortfolioFigure question={{ code: key, number, text }} result={result} scale="points" stamp={stamp} />
      {leftOut.length > 0 && (
        <p class="sb-sub">答えの少ない項目（{leftOut.join('、')}）は、示していません。</p>
      )}
    </section>
  )
}
