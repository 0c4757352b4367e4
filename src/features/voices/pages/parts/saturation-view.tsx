import { ScrollFrame, Section } from '#src/ui/parts.tsx'

const size = { width: 560, height: 260, left: 48, right: 544, top: 24, bottom: 220, font: 14 }
const tenth = (value: number) => Math.round(value * 10) / 10
const mostRows = 10

/** 飽和: how many codes are expected in the first voices, and whether one more brings a new one. */
export function SaturationSection({ curve }: { curve: readonly number[] }) {
  const all = curve.length
  if (all < 2) return null
  const last = (curve[all - 1] ?? 0) - (curve[all - 2] ?? 0)
  return (
    <Section id="saturation" title="声を増やすと、新しい分類が出るか">
      <p>
        分類した意見 n＝{all}件に、分類が{Math.round(curve[all - 1] ?? 0)}種類あります。{chanceWords(last)}
        線が平らになるほど、出つくしています。
      </p>
      <SaturationChart curve={curve} />
      <ScrollFrame label="意見の数と分類の種類">
        <table class="dads-table dads-table--dense">
          <caption>
            意見の数と分類の種類<small>どの意見からでも、その件数を選んだときの平均</small>
          </caption>
          <thead>
            <tr>
              <th scope="col" class="is-num">
                意見（件）
              </th>
              <th scope="col" class="is-num">
                分類（種類）
              </th>
            </tr>
          </thead>
          <tbody>
            {stepsTo(all).map((count) => (
              <tr key={count}>
                <td class="is-num">{count}</td>
                <td class="is-num">{(curve[count - 1] ?? 0).toFixed(1)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </Section>
  )
}

/** The last step of the curve: whether one more voice would bring a code nobody had. */
const chanceWords = (chance: number) =>
  chance < 0.001
    ? 'もう1件増やしても、まだない分類は、ほとんど出ない見込みです。'
    : `もう1件増やして、まだない分類が出る見込みは、約${(chance * 100).toFixed(1)}％です。`

/** At most ten numbers of voices up to all of them. */
const stepsTo = (all: number): number[] => [
  ...new Set(
    Array.from({ length: Math.min(all, mostRows) }, (_, at) =>
      Math.round((all * (at + 1)) / Math.min(all, mostRows)),
    ),
  ),
]

function SaturationChart({ curve }: { curve: readonly number[] }) {
  const { width, height, left, right, top, bottom, font } = size
  const all = curve.length
  const most = Math.max(1, Math.ceil(curve.at(-1) ?? 1))
  const x = (count: number) => tenth(left + ((count - 1) / Math.max(1, all - 1)) * (right - left))
  const y = (codes: number) => tenth(bottom - (codes / most) * (bottom - top))
  const path = curve.map((codes, at) => `${at === 0 ? 'M' : 'L'}${x(at + 1)} ${y(codes)}`).join('')
  return (
    <figure class="sb-bars l-gap">
      <svg
        xmlns="http://www.w3.org/2000/svg"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-labelledby="saturation-title saturation-description"
        font-size={font}
      >
        <title id="saturation-title">意見の数と分類の種類</title>
        <desc id="saturation-description">
          {`横は意見の数（1〜${all}件）、縦は分類の種類（0〜${most}）。右へ行くほど平らなら、出つくしています。同じ数が下の表にあります。`}
        </desc>
        <path d={`M${left} ${top}V${bottom}H${right}`} stroke="#1a1a1a" fill="none" />
        <path d={path} stroke="#00118f" stroke-width={3} fill="none" />
        <g fill="#1a1a1a">
          <text x={left - 8} y={bottom + 5} text-anchor="end">
            0
          </text>
          <text x={left - 8} y={top + 5} text-anchor="end">
            {most}
          </text>
          <text x={left} y={bottom + 22} text-anchor="middle">
            1
          </text>
          <text x={right} y={bottom + 22} text-anchor="end">
            {all}件
          </text>
          <text x={left + 8} y={top - 8}>
            分類の種類
          </text>
        </g>
      </svg>
    </figure>
  )
}
