import { type StackedSeries, StackedSharesChart } from '#src/lib/chart/stacked-shares-chart.tsx'
import { ScrollFrame } from '#src/ui/parts.tsx'
import { type CountingRule, countingRuleLabels } from '../../core/ballots.ts'
import { agreeShare, isHidden, type VoteResult } from '../../core/statement-votes.ts'
import {
  findingLines,
  methodWords,
  percentWords,
  rulesOf,
  shareWords,
  tallyCells,
} from '../../core/vote-files.ts'

/** What was voted, for the office and for everybody alike: what may not be told is hidden before it comes here. */
export function VoteResultView({ result }: { result: VoteResult }) {
  return (
    <div class="l-flow">
      {methodWords(result).map((words) => (
        <p key={words} class="l-measure">
          {words}
        </p>
      ))}
      <VoteChart result={result} />
      {rulesOf(result).map((rule) => (
        <TallyTable key={rule} result={result} rule={rule} />
      ))}
      {findingLines(result).map(({ title, lines }) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          {lines.length === 0 ? (
            <p>ありません。</p>
          ) : (
            <ul class="sb-list">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
      {result.groups.length > 0 && <GroupTable result={result} />}
    </div>
  )
}

function VoteChart({ result }: { result: VoteResult }) {
  const series: StackedSeries = {
    title: '考えごとの賛否の割合',
    description: result.statements
      .map(({ number, tallies: { latest } }) =>
        isHidden(latest)
          ? `考え${number} 人数が少ないので示しません`
          : `考え${number} 賛成${percentWords(agreeShare(latest))}（n＝${latest.n}）`,
      )
      .join('、'),
    categories: [
      { label: '賛成', fill: 'navy' },
      { label: 'わからない', fill: 'pale' },
      { label: '反対', fill: 'brown' },
    ],
    rows: result.statements.map(({ number, tallies: { latest } }) => ({
      label: `考え${number}`,
      note: isHidden(latest) ? '' : `n＝${latest.n}`,
      shares: isHidden(latest)
        ? [null, null, null]
        : [latest.agree, latest.pass, latest.disagree].map((count) => (latest.n > 0 ? count / latest.n : 0)),
    })),
  }
  return (
    <>
      <div class="sb-chart sb-chart--w">
        <StackedSharesChart series={series} size="wide" id="vw" />
      </div>
      <div class="sb-chart sb-chart--n">
        <StackedSharesChart series={series} size="narrow" id="vn" />
      </div>
      <p class="sb-sub">割合は、答えた人を100とした、{countingRuleLabels.latest}数え方です。</p>
    </>
  )
}

function TallyTable({ result, rule }: { result: VoteResult; rule: CountingRule }) {
  const title = `考えごとの答え（${countingRuleLabels[rule]}）`
  return (
    <ScrollFrame label={title}>
      <table class="dads-table dads-table--dense">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">考え</th>
            {['賛成', '反対', 'わからない', 'n'].map((head) => (
              <th key={head} scope="col" class="is-num is-nowrap">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {result.statements.map(({ number, text, tallies }) => (
            <tr key={number}>
              <th scope="row">
                {number}　{text}
              </th>
              {tallyCells(tallies[rule]).map((cell, at) => (
                <td key={at} class="is-num">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

function GroupTable({ result }: { result: VoteResult }) {
  const title = 'グループごとの賛成の割合（答えた人のうち）'
  return (
    <ScrollFrame label={title}>
      <table class="dads-table dads-table--dense">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">考え</th>
            {result.groups.map(({ name, size }) => (
              <th key={name} scope="col" class="is-num is-nowrap">
                {name}
                <br />
                {size}人
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {result.statements.map(({ number, text }, at) => (
            <tr key={number}>
              <th scope="row">
                {number}　{text}
              </th>
              {result.groups.map(({ name, tallies }) => (
                <td key={name} class="is-num is-nowrap">
                  {shareWords(tallies[at])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}
