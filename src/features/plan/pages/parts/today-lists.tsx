import { Badge } from '#src/ui/parts.tsx'
import { type NearDay, nearDayWords, nextWork, type TodayWork } from '../../core/today.ts'

/** わたしの作業: what is late and what comes next. */
export function WorkList({ work, today }: { work: readonly TodayWork[]; today: string }) {
  const { shown, more } = nextWork(work)
  return (
    <section aria-labelledby="work">
      <div class="l-section__head">
        <h2 id="work">わたしの作業</h2>
        <a class="sb-arrow" href="/staff/process/mine">
          工程の作業をすべて見る
        </a>
      </div>
      {shown.length === 0 && <p>いま急ぐ作業はありません。</p>}
      <ul class="sb-tasks">
        {shown.map(({ id, title, href, note, dueOn, state }) => (
          <li key={id}>
            <div>
              <a href={href}>{title}</a>
              <small>{note}</small>
            </div>
            <div class={dueOn !== undefined && dueOn < today ? 'sb-due sb-due--late' : 'sb-due'}>
              {dueOn && (
                <>
                  {nearDayWords(dueOn, today)}まで
                  <br />
                </>
              )}
              <Badge tone={state.tone}>{state.words}</Badge>
            </div>
          </li>
        ))}
      </ul>
      {more > 0 && <p class="sb-sub l-gap">ほかに{more}件あります。</p>}
    </section>
  )
}

/** 近い期限. */
export function NearDays({ days, today }: { days: readonly NearDay[]; today: string }) {
  return (
    <section class="sb-box" aria-labelledby="days">
      <h2 id="days">近い期限</h2>
      {days.length === 0 ? (
        <p>30日先までに、期限や会議はありません。</p>
      ) : (
        <ul class="sb-tasks">
          {days.map(({ id, day, title, href }) => (
            <li key={id}>
              <a href={href}>{title}</a>
              <span class="sb-due">{nearDayWords(day, today)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
