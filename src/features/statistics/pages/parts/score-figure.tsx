import type { Comparison } from '../../core/compare-cities.ts'
import type { ComparisonGround } from '../../store/comparison-queries.ts'
import { ScoreBars } from '../../views/score-bars.tsx'
import { ChartFigure } from './chart-figure.tsx'
import { SourceNote } from './source-note.tsx'

type ScoreFigureProps = { ground: ComparisonGround; comparisons: readonly Comparison[] }

/** 偏差値 of the own city by item, as bars from 50. */
export function ScoreFigure({ ground, comparisons }: ScoreFigureProps) {
  const bars = comparisons.flatMap(({ item, own, n }) =>
    own?.score === undefined ? [] : [{ key: item.id, label: item.label, score: own.score, n }],
  )
  if (bars.length === 0) return null
  const given = {
    title: `${ground.ownName}の項目別の偏差値（${ground.group.name}）`,
    description: bars.map(({ label, score }) => `${label}${score.toFixed(1)}`).join('、'),
    bars,
  }
  return (
    <div class="l-gap">
      <ChartFigure
        title="項目別の偏差値"
        find="50が平均です。青は50以上、橙は50より下。棒の長さを項目どうしで足さないでください。"
        wide={<ScoreBars {...given} id="scores-w" size="wide" />}
        narrow={<ScoreBars {...given} id="scores-n" size="narrow" />}
        drawing="scores-w"
        source={
          <SourceNote
            used={ground.areas.flatMap(({ series }) => series.slice(0, 1))}
            datasets={ground.datasets}
          />
        }
        table={
          <table class="dads-table">
            <caption>項目別の偏差値（{ground.group.name}）</caption>
            <thead>
              <tr>
                <th scope="col">項目</th>
                <th scope="col" class="is-num">
                  偏差値
                </th>
                <th scope="col" class="is-num">
                  値のある市（n）
                </th>
              </tr>
            </thead>
            <tbody>
              {bars.map(({ key, label, score, n }) => (
                <tr key={key}>
                  <th scope="row">{label}</th>
                  <td class="is-num">{score.toFixed(1)}</td>
                  <td class="is-num">{n}</td>
                </tr>
              ))}
            </tbody>
          </table>
        }
      />
    </div>
  )
}
