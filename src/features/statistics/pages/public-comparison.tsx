import { findLedTo } from '#src/features/publication/store/queries/led-to.ts'
import { LedToView } from '#src/features/publication/views/led-to.tsx'
import { groupedNumber } from '#src/lib/text/number-format.ts'
import { found, Refusal } from '#src/platform/errors.ts'
import { page } from '#src/platform/page.ts'
import { NoValue, ScrollFrame, Section, Stat } from '#src/ui/parts.tsx'
import { comparedFigure, comparedKindLabels } from '../core/compared-figure.ts'
import { readComparedKey } from '../core/figure-reference.ts'
import { timeLabel } from '../core/times.ts'
import { type CitedComparison, findCitedComparison } from '../store/queries-cited.ts'

/**
 * A figure of a comparison that the published plan rests on, for everybody: against whom, how it is made, each city's value,
 * and what it led to.
 */
export const publicComparisonPage = page('/statistics/:areaCode/comparison/:figure', {
  audience: 'public',
  async show(context, { params: { areaCode, figure } }) {
    const of = found(readComparedKey(figure), '比較の数')
    const ledTo = await findLedTo(context, figure, areaCode)
    if (ledTo.places.length === 0)
      throw new Refusal('not-found', 'この比較は、いまの計画の根拠にはありません')
    const cited = found(await findCitedComparison(context, { of, areaCode }), '比較の数')
    const kept = found(comparedFigure(cited.ground, cited.comparison, of.kind), '比較の数')
    return {
      title: kept.label,
      isInvented: false,
      crumbs: [
        { label: '総合計画', href: '/' },
        { label: '計画の根拠', href: '/evidence' },
      ],
      body: (
        <>
          <h1>{kept.label}</h1>
          <div class="l-cols l-cols--4 l-gap">
            <Stat
              label={`${comparedKindLabels[of.kind]}（${kept.asOf}）`}
              value={groupedNumber(kept.value, of.kind === 'score' ? 1 : cited.comparison.item.decimals)}
              unit={kept.unit}
            />
          </div>
          <LedToView ledTo={ledTo} title="この数が、計画のどこにつながったか" />
          <Made {...cited} />
          <Values {...cited} />
        </>
      ),
    }
  },
})

function Made({ ground: { group, datasets }, comparison: { item, n } }: CitedComparison) {
  const rows = [
    ['くらべる相手', `${group.name}（値のある市区町村 ${n}）`],
    ['この相手とする理由', group.reason],
    ['求め方', `${item.method}（${item.unit}）`],
    ['出典', datasets.map(({ title, credit }) => `${title}（${credit}）`).join('、')],
  ] as const
  return (
    <Section id="made" title="くらべ方と出典">
      <dl class="dads-description-list">
        {rows.map(([label, words]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

function Values({ ground: { ownCode }, comparison: { item, cities } }: CitedComparison) {
  const own = cities.filter(({ areaCode }) => areaCode === ownCode)
  const others = cities.filter(({ areaCode }) => areaCode !== ownCode)
  return (
    <Section id="values" title="市区町村ごとの値">
      <ScrollFrame label="市区町村ごとの値">
        <table class="dads-table sb-broad">
          <caption>
            {item.label}（{item.unit}）。本市が先頭、ほかはコードの順
          </caption>
          <thead>
            <tr>
              <th scope="col">市区町村</th>
              <th scope="col" class="is-num">
                値
              </th>
              <th scope="col">時点</th>
              <th scope="col" class="is-num">
                偏差値
              </th>
            </tr>
          </thead>
          <tbody>
            {[...own, ...others].map(({ areaCode, areaName, isOwn, value, time, score, reason }) => (
              <tr key={areaCode} class={isOwn ? 'is-strong' : undefined}>
                <th scope="row">{areaName}</th>
                <td class="is-num">
                  {value === undefined ? <NoValue /> : groupedNumber(value, item.decimals)}
                </td>
                <td>{time === undefined ? (reason ?? <NoValue />) : timeLabel(time)}</td>
                <td class="is-num">{score === undefined ? <NoValue /> : score.toFixed(1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </Section>
  )
}
