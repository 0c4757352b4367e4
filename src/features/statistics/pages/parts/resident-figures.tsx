import { groupedNumber } from '#src/lib/text/number-format.ts'
import { NoValue, ScrollFrame } from '#src/ui/parts.tsx'
import { type AgeClass, ageClassLabels, shareOf } from '../../core/composition.ts'
import type { Dataset } from '../../core/dataset-form.ts'
import { ageSentence, type ResidentTrend, trendSentence } from '../../core/profile.ts'
import { positionOf, shortTime, timeLabel } from '../../core/times.ts'
import { AgeBars } from '../../views/age-bars.tsx'
import { TimeChart } from '../../views/time-chart.tsx'
import { ChartFigure } from './chart-figure.tsx'
import { SourceNote } from './source-note.tsx'

const kinds = {
  census: { words: '国勢調査', note: '' },
  register: {
    words: '住民基本台帳',
    note: '住民票のある人の数です。国勢調査の線とはつなぎません。',
  },
} as const

type ResidentFigureProps = FigureProps & { kind: keyof typeof kinds }
type FigureProps = { name: string; trend: ResidentTrend; datasets: readonly Dataset[] }

export function ResidentFigure({ name, trend, datasets, kind }: ResidentFigureProps) {
  const { words, note } = kinds[kind]
  const sentence = trendSentence(trend)
  const given = {
    title: `${name}の人口の推移（${words}）`,
    description: sentence ?? '1つの時点だけです。',
    unit: '人',
    points: trend.points.map(({ time, value }) => ({
      x: positionOf(time),
      label: shortTime(time),
      value,
      shown: groupedNumber(value, 0),
    })),
  }
  return (
    <ChartFigure
      title={`人口の推移（${words}）`}
      find={`${sentence ?? ''}${note}`}
      wide={<TimeChart {...given} id={`${kind}-w`} size="wide" />}
      narrow={<TimeChart {...given} id={`${kind}-n`} size="narrow" />}
      drawing={`${kind}-w`}
      source={<SourceNote used={trend.used} datasets={datasets} />}
      table={
        <table class="dads-table">
          <caption>
            {name}の人口（{words}）
          </caption>
          <thead>
            <tr>
              <th scope="col">時点</th>
              <th scope="col" class="is-num">
                人口（人）
              </th>
            </tr>
          </thead>
          <tbody>
            {trend.points.map(({ time, value }) => (
              <tr key={time}>
                <th scope="row">{timeLabel(time)}</th>
                <td class="is-num">{groupedNumber(value, 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  )
}

const classes = Object.entries(ageClassLabels) as [AgeClass, string][]

export function AgeFigure({ name, trend, datasets }: FigureProps) {
  const { compositions } = trend
  const sentence = ageSentence(compositions)
  const given = {
    title: `${name}の年齢3区分の割合`,
    description: sentence ?? '1つの時点だけです。',
    compositions,
  }
  return (
    <ChartFigure
      title="年齢3区分の割合（％）"
      find={`${sentence ?? ''}左から15歳未満（青）、15～64歳（白）、65歳以上（斜線）です。`}
      wide={<AgeBars {...given} id="ages-w" size="wide" />}
      narrow={<AgeBars {...given} id="ages-n" size="narrow" />}
      drawing="ages-w"
      source={<SourceNote used={trend.used} datasets={datasets} />}
      table={<AgeTable name={name} compositions={compositions} />}
    />
  )
}

function AgeTable({ name, compositions }: { name: string; compositions: ResidentTrend['compositions'] }) {
  return (
    <ScrollFrame label="年齢3区分">
      <table class="dads-table dads-table--dense sb-broad">
        <caption>{name}の年齢3区分。割合は、年齢の分かる人に対するものです</caption>
        <thead>
          <tr>
            <th scope="col">年</th>
            {classes.map(([ageClass, label]) => (
              <th key={ageClass} scope="col" class="is-num">
                {label}（人、％）
              </th>
            ))}
            <th scope="col" class="is-num">
              年齢不詳（人）
            </th>
          </tr>
        </thead>
        <tbody>
          {compositions.map((one) => (
            <tr key={one.time}>
              <th scope="row">{one.time}</th>
              {classes.map(([ageClass]) => {
                const share = shareOf(one, ageClass)
                return (
                  <td key={ageClass} class="is-num">
                    {groupedNumber(one[ageClass], 0)}（{share === undefined ? <NoValue /> : share.toFixed(1)}
                    ）
                  </td>
                )
              })}
              <td class="is-num">{groupedNumber(one.unknown, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}
