import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Problems } from '#src/platform/form.ts'
import { SelectField, TextField } from '#src/ui/field.tsx'
import { Disclosure, NoValue, ScrollFrame, Section, Stat } from '#src/ui/parts.tsx'
import { modeLabels } from '../../core/labels.ts'
import type { ResponseStatistics } from '../../core/results/response-statistics.ts'

type ResponseProps = {
  statistics: ResponseStatistics
  waiting: number
  /** Whether letters that came back may be counted now. */
  mayCount: boolean
  entered?: Readonly<Record<string, string>>
  problems?: Problems
}

/** 回収状況: in all, by stratum and way, by day, and what was kept out. */
export function ResponseView(props: ResponseProps) {
  const { statistics, waiting, mayCount } = props
  const { whole, strata, days, keptOut, undeliverable, blank, arrivedRate } = statistics
  const rate = whole.received === 0 ? '―' : whole.rate || '―'
  return (
    <Section id="responses" title="回収状況">
      <div class="l-cols l-cols--4">
        <Stat label="回収数" value={whole.received.toLocaleString('ja')} unit="件" />
        <Stat label="配布数" value={whole.sent?.toLocaleString('ja') ?? '―'} unit="通" />
        <Stat label="回収率" value={rate} unit={/\d/.test(rate) ? '%' : ''} />
        <Stat label="受付箱" value={waiting} unit="件" note="同じ層の20人分がそろうと移します" />
      </div>
      {undeliverable + blank > 0 && (
        <p class="l-gap">
          届かなかった手紙：{undeliverable.toLocaleString('ja')}通。白紙・無効の用紙：
          {blank.toLocaleString('ja')}枚（回収数に入れていません）。
          {arrivedRate && `届いた手紙に対する有効回収率：${arrivedRate}%`}
        </p>
      )}
      {mayCount && <ReturnedForm {...props} />}
      {(strata.length > 1 || whole.received > 0) && <StrataTable statistics={statistics} />}
      {days.length > 0 && <DayTable days={days} />}
      {keptOut > 0 && <KeptOutTable lines={statistics.keptOutLines} />}
    </Section>
  )
}

function ReturnedForm({ entered = {}, problems = {} }: ResponseProps) {
  return (
    <Disclosure label="届かなかった手紙・白紙の用紙を数える" open={problems['count'] !== undefined}>
      <form method="post" class="sb-form" action="#error-summary" aria-label="届かなかった手紙・白紙の用紙">
        <SelectField
          name="kind"
          label="数えるもの"
          value={entered['kind']}
          choices={[
            { value: 'undeliverable', label: '届かずに戻ってきた手紙' },
            { value: 'blank', label: '白紙・無効の用紙' },
          ]}
          width="mid"
        />
        <TextField
          name="count"
          label="加える数"
          support="多く数えたときは「-2」のように減らします。"
          value={entered['count']}
          problem={problems['count']}
          width="short"
          required
        />
        <button class="dads-button dads-button--secondary" name="act" value="returned" type="submit">
          今日の分に加える
        </button>
      </form>
    </Disclosure>
  )
}

const Count = ({ value }: { value: number }) => <td class="is-num">{value.toLocaleString('ja')}</td>

function StrataTable({ statistics: { whole, strata, modes } }: { statistics: ResponseStatistics }) {
  const lines = strata.length > 1 ? [whole, ...strata] : [whole]
  return (
    <ScrollFrame label="層・受け方ごとの回収状況">
      <table class="dads-table dads-table--dense l-gap">
        <caption>層・受け方ごとの回収状況</caption>
        <thead>
          <tr>
            <th scope="col">層</th>
            <th scope="col" class="is-num">
              配布（通）
            </th>
            {Object.values(modeLabels).map((label) => (
              <th key={label} scope="col" class="is-num">
                {label}（件）
              </th>
            ))}
            <th scope="col" class="is-num">
              回収（件）
            </th>
            <th scope="col" class="is-num">
              回収率（%）
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ label, sent, received, rate }, at) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td class="is-num">{sent?.toLocaleString('ja') ?? <NoValue />}</td>
              {Object.entries(modes[at]?.byMode ?? {}).map(([mode, count]) => (
                <Count key={mode} value={count} />
              ))}
              <Count value={received} />
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
            {[...Object.values(modeLabels), '計', '累計'].map((label) => (
              <th key={label} scope="col" class="is-num">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, byMode, total, soFar }) => (
            <tr key={day}>
              <th scope="row">{eraDay(day)}</th>
              {Object.entries(byMode).map(([mode, count]) => (
                <Count key={mode} value={count} />
              ))}
              <Count value={total} />
              <Count value={soFar} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

/** Nothing is dropped silently: each answer that was kept out stands here with its day and the way it came. */
function KeptOutTable({ lines }: { lines: ResponseStatistics['keptOutLines'] }) {
  return (
    <ScrollFrame label="数に入れなかった回答">
      <table class="dads-table dads-table--dense l-gap">
        <caption>
          数に入れなかった回答（すでに回答のあるコードで届いたもの。先に届いた回答を数えています）
        </caption>
        <thead>
          <tr>
            <th scope="col">日</th>
            <th scope="col">受け方</th>
            <th scope="col">層</th>
            <th scope="col" class="is-num">
              件数
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ day, way, stratum, count }) => (
            <tr key={`${day} ${way} ${stratum}`}>
              <th scope="row">{eraDay(day)}</th>
              <td>{way}</td>
              <td>{stratum}</td>
              <Count value={count} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}
