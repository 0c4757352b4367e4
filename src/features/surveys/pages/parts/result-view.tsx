import { Badge, NoValue, ScrollFrame } from '#src/ui/parts.tsx'
import { designLabels } from '../../core/labels.ts'
import { meanPlaceWords } from '../../core/report/make-stamp.ts'
import type { Stamp as TableStamp } from '../../core/report/stamp.ts'
import type { ResultTable } from '../../core/results/result-tables.ts'
import type { Survey } from '../../core/survey.ts'
import type { SurveyResults } from '../../store/survey-results.ts'
import { StampLine } from './stamp-view.tsx'

type StampProps = { results: SurveyResults; survey: Survey; isWeighted: boolean; notes: readonly string[] }

/** What every table of the page rests on. */
export function Stamp({ results: { dataset, hash, isOneVersion }, survey, isWeighted, notes }: StampProps) {
  return (
    <div class="l-flow l-gap">
      <p class="sb-sub">
        有効回答 {dataset.answers.count.toLocaleString('ja')}件・{designLabels[survey.designKind]}・重み
        {isWeighted ? 'あり（層の人口÷回答数）' : 'なし'}・分母は設問を聞かれた人・データ版 {hash.slice(0, 8)}
        {survey.state === 'open' && '・途中の集計'}
        {!isOneVersion && '・調査票は複数の版（前の版になかった設問は、その回答では非該当）'}
      </p>
      {notes.map((note) => (
        <p key={note}>{note}。</p>
      ))}
    </div>
  )
}

/** 単純集計 of one question as a table with a bar for the eye; the number stands beside it. */
export function ResultTableView({
  table,
  isWeighted,
  stamp,
}: {
  table: ResultTable
  isWeighted: boolean
  stamp: TableStamp
}) {
  const { column, number, text, item, base, isReference, notApplicable, lines, score, kind } = table
  return (
    <section class="l-section" aria-labelledby={`t-${column}`}>
      <h2 id={`t-${column}`}>
        {number}　{item || text}
      </h2>
      {item && <p class="sb-sub">{text}</p>}
      <p class="sb-sub">
        n＝{base.toLocaleString('ja')}
        {notApplicable > 0 && `・非該当${notApplicable}`}
        {score && (kind === 'number' ? `・平均 ${score}` : `・得点の平均 ${score}`)}
        {(kind === 'multiple' || kind === 'ranking') &&
          '・いくつでも選べるので、合計は100％を超えることがあります'}
        {kind === 'ranking' && `・${meanPlaceWords}`} {isReference && <Badge tone="warn">参考値</Badge>}
      </p>
      <ScrollFrame label={`${number} ${item}の集計`}>
        <table class="dads-table dads-table--dense">
          <caption class="vh">
            {number} {item || text}
          </caption>
          <thead>
            <tr>
              <th scope="col">答え</th>
              <th scope="col" class="is-num">
                件
              </th>
              <th scope="col" class="is-num">
                %
              </th>
              {isWeighted && (
                <th scope="col" class="is-num">
                  %（重み）
                </th>
              )}
              <th scope="col" class="is-num">
                95%の幅
              </th>
              {kind === 'ranking' && (
                <th scope="col" class="is-num">
                  平均順位
                </th>
              )}
              <th scope="col">長さ</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.label}>
                <th scope="row" class="nowrap">
                  {line.label}
                </th>
                <td class="is-num">{line.count.toLocaleString('ja')}</td>
                <td class="is-num">{line.percent || <NoValue />}</td>
                {isWeighted && <td class="is-num">{line.weighted || <NoValue />}</td>}
                <td class="is-num">{line.interval || <NoValue />}</td>
                {kind === 'ranking' && <td class="is-num">{line.meanPlace || <NoValue />}</td>}
                <td>
                  <Bar percent={line.weighted || line.percent} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      <StampLine stamp={stamp} />
    </section>
  )
}

/** The share as a bar; the words stand in the cells before it. */
export function Bar({ percent }: { percent: string }) {
  const width = Number(percent)
  if (Number.isNaN(width) || width <= 0) return <NoValue words="なし" />
  return (
    <>
      <span class="vh">{percent}%</span>
      <svg
        class="sb-bar"
        viewBox="0 0 100 10"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <rect x="0" y="0" width={Math.min(100, width)} height="10" fill="currentColor" />
      </svg>
    </>
  )
}
