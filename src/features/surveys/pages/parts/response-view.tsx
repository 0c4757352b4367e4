import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { NoValue, ScrollFrame, Section, Stat } from '#src/ui/parts.tsx'
import { modeLabels } from '../../core/labels.ts'
import type { ResponseLine, ResponseStatistics } from '../../core/results/response-statistics.ts'

type ResponseProps = { statistics: ResponseStatistics; waiting: number }

/** 回収状況: in all, by stratum and by day. */
export function ResponseView({ statistics: { whole, strata, days, keptOut }, waiting }: ResponseProps) {
  const rate = whole.received === 0 ? '―' : whole.rate || '―'
  return (
    <Section id="responses" title="回収状況">
      <div class="l-cols l-cols--4">
        <Stat label="回収数" value={whole.received.toLocaleString('ja')} unit="件" />
        <Stat label="配布数" value={whole.sent?.toLocaleString('ja') ?? '―'} unit="通" />
        <Stat label="回収率" value={rate} unit={/\d/.test(rate) ? '%' : ''} />
        <Stat label="受付箱" value={waiting} unit="件" note="同じ層の20人分がそろうと移します" />
      </div>
      {keptOut > 0 && (
        <p class="l-gap">
          すでに回答のあるコードで届き、数に入れなかったもの：{keptOut}件（先に届いた回答を数えています）
        </p>
      )}
      {strata.length > 1 && <StrataTable lines={[whole, ...strata]} />}
      {days.length > 0 && <DayTable days={days} />}
    </Section>
  )
}

function StrataTable({ lines }: { lines: readonly ResponseLine[] }) {
  return (
    <ScrollFrame label="層ごとの回収状況">
      <table class="dads-table dads-table--dense l-gap">
        <caption>層ごとの回収状況</caption>
        <thead>
          <tr>
            <th scope="col">層</th>
            <th scope="col" class="is-num">
              配布（通）
            </th>
            <th scope="col" class="is-num">
              回収（件）
            </th>
            <th scope="col" class="is-num">
              回収率（%）
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ label, sent, received, rate }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td class="is-num">{sent?.toLocaleString('ja') ?? <NoValue />}</td>
              <td class="is-num">{received.toLocaleString('ja')}</td>
              <td class="is-num">{rate || <NoValue />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

function DayTable({ days }: { days: ResponseStatistics['days'] }) {
  return (
    <ScrollFrame label="日ごとの回収">
      <table class="dads-table dads-table--dense l-gap">
        <caption>日ごとの回収（件）</caption>
        <thead>
          <tr>
            <th scope="col">日</th>
            {Object.values(modeLabels).map((label) => (
              <th key={label} scope="col" class="is-num">
                {label}
              </th>
            ))}
            <th scope="col" class="is-num">
              計
            </th>
            <th scope="col" class="is-num">
              累計
            </th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, byMode, total, soFar }) => (
            <tr key={day}>
              <th scope="row">{eraDay(day)}</th>
              {Object.entries(byMode).map(([mode, count]) => (
                <td key={mode} class="is-num">
                  {count}
                </td>
              ))}
              <td class="is-num">{total}</td>
              <td class="is-num">{soFar}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}
