import { ScrollFrame, Section } from '#src/ui/parts.tsx'
import { placeMap } from '../../core/map-places.ts'
import type { WordMap } from '../../core/word-map-report.ts'
import { WordMapChart } from './word-map-chart.tsx'

const percent = (share: number) => `${(share * 100).toFixed(1)}％`

/** The map, how much of the difference it shows, and the same as tables. */
export function WordMapView({ map }: { map: WordMap }) {
  const { by, voices, values, words, axes, fewestTexts, leftOut } = map
  const placed = placeMap(map)
  const [first, second] = axes
  return (
    <>
      <p class="l-gap">
        意見 n＝{voices}件（{by}がわかる声だけ。同じ文面の声は、{by}ごとに1件と数えます）。{fewestTexts}
        件以上にある語{words.length}語。集め方の違う声が混ざっています。
        {leftOut.length > 0 && `声が5件に満たない${by}（${leftOut.join('、')}）は、除きました。`}
      </p>
      {first && second ? (
        <>
          <p>
            この図は、{by}による語の違いの{percent(first.share + second.share)}を表しています（横の軸
            {percent(first.share)}、縦の軸{percent(second.share)}）。
          </p>
          <WordMapChart map={map} placed={placed} />
        </>
      ) : (
        <p>
          {words.length === 0 || values.length < 2
            ? `${by}がわかる声か、くり返し使われる語が、まだ足りません。`
            : `違いの向きが1つ以下なので、図にはなりません。下の表で読めます。`}
        </p>
      )}
      {words.length > 0 && <WordTable map={map} numberOf={placed.numberOf} />}
      {values.length > 0 && <ValueTable map={map} />}
    </>
  )
}

function WordTable({ map, numberOf }: { map: WordMap; numberOf: ReadonlyMap<string, number> }) {
  const { by, words, values } = map
  return (
    <Section id="words" title={`${by}ごとの語`}>
      <ScrollFrame label={`${by}ごとの語`}>
        <table class="dads-table dads-table--dense dads-table--wide">
          <caption>
            {by}ごとの語<small>単位：その語がある声の数（件）。番号は図の丸の中の数字</small>
          </caption>
          <thead>
            <tr>
              <th scope="col" class="is-num">
                番号
              </th>
              <th scope="col">語</th>
              {values.map(({ value }) => (
                <th key={value} scope="col" class="is-num">
                  {value}
                </th>
              ))}
              <th scope="col" class="is-num">
                計
              </th>
              <th scope="col">割合が最も高い{by}</th>
              <th scope="col" class="is-num">
                横
              </th>
              <th scope="col" class="is-num">
                縦
              </th>
            </tr>
          </thead>
          <tbody>
            {words.map(({ word, counts, texts, most, x, y }) => (
              <tr key={word}>
                <td class="is-num">{numberOf.get(word)}</td>
                <th scope="row">
                  <a href={`/staff/voices/words?q=${encodeURIComponent(word)}`}>{word}</a>
                </th>
                {counts.map((count, at) => (
                  <td key={values[at]?.value} class="is-num">
                    {count}
                  </td>
                ))}
                <td class="is-num">{texts}</td>
                <td>{most}</td>
                <td class="is-num">{x.toFixed(2)}</td>
                <td class="is-num">{y.toFixed(2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </Section>
  )
}

function ValueTable({ map: { by, values, axes, inertia, tokeniser, hash } }: { map: WordMap }) {
  return (
    <Section id="values" title={`${by}の位置`}>
      <ScrollFrame label={`${by}の位置`}>
        <table class="dads-table">
          <caption>
            {by}の位置<small>数は声の数（件）</small>
          </caption>
          <thead>
            <tr>
              <th scope="col">{by}</th>
              <th scope="col" class="is-num">
                声
              </th>
              <th scope="col" class="is-num">
                横
              </th>
              <th scope="col" class="is-num">
                縦
              </th>
            </tr>
          </thead>
          <tbody>
            {values.map(({ value, texts, x, y }) => (
              <tr key={value}>
                <th scope="row">{value}</th>
                <td class="is-num">{texts}</td>
                <td class="is-num">{x.toFixed(2)}</td>
                <td class="is-num">{y.toFixed(2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      <p class="sb-sub">
        違いの大きさ（総慣性） {inertia.toFixed(4)}。
        {axes.map(({ inertia: own, share }, at) => (
          <span key={at}>
            {at === 0 ? '横' : '縦'}の軸 {own.toFixed(4)}（{percent(share)}）。
          </span>
        ))}
        語の分け方：{tokeniser}。照合のための値：<code>{hash.slice(0, 16)}</code>
      </p>
    </Section>
  )
}
