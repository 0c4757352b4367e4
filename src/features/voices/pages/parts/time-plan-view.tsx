import { NoValue, ScrollFrame } from '#src/ui/parts.tsx'
import { type Session, type Step, stepKindLabels } from '../../core/session.ts'
import { timePlan } from '../../core/time-plan.ts'

/** The time plan: when, what, how long. */
export function PlanTable({
  steps,
  session,
}: {
  steps: readonly Step[]
  session: Pick<Session, 'startsAt'>
}) {
  if (steps.length === 0) return <p>まだ進行がありません。</p>
  return (
    <ScrollFrame label="進行">
      <table class="dads-table dads-table--wide">
        <caption>進行</caption>
        <thead>
          <tr>
            <th scope="col">時刻</th>
            <th scope="col">種類</th>
            <th scope="col">問い・すること</th>
            <th scope="col" class="is-num">
              分
            </th>
            <th scope="col">進め方</th>
          </tr>
        </thead>
        <tbody>
          {timePlan(steps, session).map(({ id, kind, text, minutes, hint, from, to }) => (
            <tr key={id}>
              <td class="is-nowrap">{from ? `${from}〜${to}` : <NoValue words="時刻は未定" />}</td>
              <td class="is-nowrap">{stepKindLabels[kind]}</td>
              <th scope="row">{text}</th>
              <td class="is-num">{minutes}</td>
              <td>{hint || <NoValue words="なし" />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}
