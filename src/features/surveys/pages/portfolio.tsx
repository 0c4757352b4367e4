import { page } from '#src/platform/page.ts'
import { EmptyState } from '#src/ui/parts.tsx'
import { questionsOf } from '../core/questionnaire/edit-questionnaire.ts'
import { portfolioStamp } from '../core/report/make-stamp.ts'
import { type PortfolioOptions, portfolioOf } from '../core/results/portfolio-result.ts'
import type { PortfolioScale } from '../core/results/portfolio-series.ts'
import { resultsOf, type SurveyResults } from '../store/survey-results.ts'
import { PortfolioFigure } from './parts/portfolio-view.tsx'
import { NoAnswers, resultFrame } from './parts/result-frame.tsx'

type Choices = PortfolioOptions & { scale: PortfolioScale }

/** 満足度・重要度: where each item lies, in the variant asked for. */
export const portfolioPage = page('/staff/surveys/:surveyId/results/portfolio', {
  audience: 'staff',
  async show(context, { params, url }) {
    const { survey, results } = await resultsOf(context, params.surveyId)
    const choices = choicesIn(url)
    return resultFrame(context, {
      survey,
      title: '満足度・重要度',
      current: '/results/portfolio',
      body: results ? <Figures results={results} choices={choices} /> : <NoAnswers />,
      about: (
        <p>
          改善度は、偏差値の平面で、中心から離れ、「重要だが不満」の向き（左上45度）に近いほど大きくなります。10以上を「急ぐ」、5以上を「望む」、それより小さいものを「保つ」としています。重要度は、本人に直接聞いた値です。
        </p>
      ),
    })
  },
})

function choicesIn(url: URL): Choices {
  const of = <Word extends string>(name: string, words: readonly [Word, Word]) =>
    url.searchParams.get(name) === words[1] ? words[1] : words[0]
  return {
    axes: of('axes', ['mean', 'zero']),
    deviation: of('deviation', ['sample', 'population']),
    scale: of('scale', ['points', 'standard']),
  }
}

function Figures({ results, choices }: { results: SurveyResults; choices: Choices }) {
  const { work, dataset } = results
  const { scale, ...options } = choices
  const duals = questionsOf(dataset.questionnaire).filter(({ type }) => type === 'matrix-dual')
  const found = duals.flatMap((question) => {
    const result = portfolioOf(work, question, options)
    return result ? [{ question, result }] : []
  })
  if (found.length === 0)
    return (
      <EmptyState title="満足度・重要度の図はありません。">
        <p>「満足度 × 重要度の表」の設問で、3つ以上の項目に回答があると、図と表が出ます。</p>
      </EmptyState>
    )
  return (
    <>
      <ChoiceForm choices={choices} />
      {found.map(({ question, result }) => (
        <PortfolioFigure
          key={question.code}
          question={question}
          result={result}
          scale={scale}
          stamp={portfolioStamp(results, result, `${question.number} ${question.text}`)}
        />
      ))}
    </>
  )
}

const fields = [
  ['scale', '目盛り', { points: '得点（−2〜＋2）', standard: '偏差値' }],
  ['axes', '軸の位置', { mean: '項目の平均', zero: '0' }],
  ['deviation', '標準偏差', { sample: '項目の数−1で割る', population: '項目の数で割る' }],
] as const

function ChoiceForm({ choices }: { choices: Choices }) {
  return (
    <form method="get" class="sb-filter l-gap" aria-label="図の条件">
      {fields.map(([name, label, words]) => (
        <label key={name}>
          {label}
          <select name={name}>
            {Object.entries(words).map(([value, text]) => (
              <option key={value} value={value} selected={value === choices[name]}>
                {text}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button class="dads-button dads-button--secondary" type="submit">
        描き直す
      </button>
    </form>
  )
}
