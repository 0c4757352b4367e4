import { caseStateOn } from '#src/features/public-comment/core/case.ts'
import { permissions as casePermissions } from '#src/features/public-comment/core/permissions.ts'
import { listCases } from '#src/features/public-comment/store/queries/cases.ts'
import { methodLabels } from '#src/features/voices/core/labels.ts'
import { permissions } from '#src/features/voices/core/permissions.ts'
import { type Arrival, countArrivals } from '#src/features/voices/store/queries/arrivals.ts'
import { addDays } from '#src/lib/japanese/business-days.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { Disclosure } from '#src/ui/parts.tsx'
import { nearDayWords } from '../../core/today.ts'

export type ArrivalsOfCall = { title: string; href: string; arrivals: readonly Arrival[]; today: string }

/** What arrived for the call that is open (the one that ends first), for those who read voices. */
export async function arrivalsOfCall(context: Context): Promise<ArrivalsOfCall | undefined> {
  const mayRead =
    mayDo(context.actor, permissions, 'read-voices') && mayDo(context.actor, casePermissions, 'read-cases')
  if (!mayRead) return undefined
  const today = tokyoDay(context.now)
  const [call] = (await listCases(context))
    .filter((one) => caseStateOn(one, today) === 'open')
    .sort((a, b) => (a.sheet.closesOn < b.sheet.closesOn ? -1 : 1))
  if (!call) return undefined
  return {
    title: call.sheet.title,
    href: `/staff/comments/${call.id}`,
    arrivals: await countArrivals(context, call.id),
    today,
  }
}

/** Two weeks fit beside the work; older days stand in the total. */
const daysShown = 14
const size = { width: 292, height: 118, floor: 96, top: 24, step: 292 / daysShown }

/** 届いた意見（日ごと）: submissions of the last two weeks as bars, with their table. */
export function Arrivals({ title, href, arrivals, today }: ArrivalsOfCall) {
  const days = Array.from({ length: daysShown }, (_, at) => addDays(today, at - daysShown + 1))
  const counts = days.map((day) => sum(arrivals.filter((one) => one.day === day)))
  const total = sum(arrivals)
  const words = `${days[0] ? nearDayWords(days[0], today) : ''}から今日までに${counts.reduce((a, b) => a + b, 0)}件。募集の始まりからは${total}件。`
  return (
    <section class="sb-box" aria-labelledby="arrivals">
      <h2 id="arrivals">届いた意見（日ごと）</h2>
      <p class="sb-sub">
        <a href={href}>{title}</a>
      </p>
      <Bars days={days} counts={counts} words={words} today={today} />
      <p class="sb-sub">
        募集の始まりから計{total}件（提出の数）{total > 0 && `。${methodWords(arrivals)}`}
      </p>
      <Disclosure label="表で見る">
        <table class="dads-table dads-table--dense">
          <caption>
            <span class="vh">届いた意見（日ごと、提出の数）</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">日</th>
              <th scope="col">件数</th>
            </tr>
          </thead>
          <tbody>
            {days.map((day, at) => (
              <tr key={day}>
                <th scope="row">{nearDayWords(day, today)}</th>
                <td class="num">{counts[at]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </section>
  )
}

type BarsProps = { days: readonly string[]; counts: readonly number[]; words: string; today: string }

function Bars({ days, counts, words, today }: BarsProps) {
  const { width, height, floor, top, step } = size
  const most = Math.max(1, ...counts)
  const heightOf = (count: number) => Math.round(((floor - top) * count) / most)
  const last = counts.at(-1) ?? 0
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby="arrt arrd"
    >
      <title id="arrt">届いた意見の数（日ごと）</title>
      <desc id="arrd">{words}</desc>
      {counts.map((count, at) => (
        <rect
          key={days[at]}
          x={(at * step + 2).toFixed(1)}
          y={floor - heightOf(count)}
          width={(step - 4).toFixed(1)}
          height={heightOf(count)}
          fill={days[at] === today ? '#0017c1' : '#b3b3b3'}
        />
      ))}
      <line x1="0" y1={floor + 0.5} x2={width} y2={floor + 0.5} stroke="#666666" />
      <text x="2" y={height - 4} font-size="12" fill="#4d4d4d">
        {days[0] && nearDayWords(days[0], today)}
      </text>
      <text x={width - 2} y={height - 4} font-size="12" fill="#4d4d4d" text-anchor="end">
        今日
      </text>
      <text
        x={width - 2}
        y={floor - heightOf(last) - 6}
        font-size="13"
        font-weight="700"
        fill="#0017c1"
        text-anchor="end"
      >
        {last}件
      </text>
    </svg>
  )
}

const sum = (arrivals: readonly Arrival[]) =>
  arrivals.reduce((total, { submissions }) => total + submissions, 0)

/** ウェブ 52、メール 14: how they came, the most used way first. */
function methodWords(arrivals: readonly Arrival[]): string {
  const byMethod = [...Map.groupBy(arrivals, ({ method }) => method)].map(
    ([method, own]) => [methodLabels[method], sum(own)] as const,
  )
  return byMethod
    .sort((a, b) => b[1] - a[1])
    .map(([label, count]) => `${label} ${count}`)
    .join('、')
}
