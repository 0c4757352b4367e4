import type { RouteStep } from '#src/features/planning-process/core/route.ts'
import { dayWithWeekday, deadlineRuleLabels } from '#src/features/public-comment/core/case.ts'
import type { PublicCase } from '#src/features/public-comment/store/queries/cases.ts'
import { daysBetween } from '#src/lib/japanese/business-days.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { Badge, Section } from '#src/ui/parts.tsx'
import { type Coming, dayAndTime, nearWords } from '../../core/coming.ts'
import type { News } from '../../core/news.ts'

/** 募集中: how many days are left, and the way to write. */
export function OpenCall({ call, today }: { call: PublicCase; today: string }) {
  const { id, sheet } = call
  const left = daysBetween(today, sheet.closesOn)
  return (
    <div class="sb-now">
      <p class="sb-kicker">
        <Badge tone="solid">募集中</Badge>
        {sheet.title}
      </p>
      <div class="sb-stat">
        <p class="sb-stat__value">
          {left === 0 ? (
            '今日まで'
          ) : (
            <>
              <small>あと</small>
              {left}
              <small>日</small>
            </>
          )}
        </p>
        <p class="sb-stat__note">
          {dayWithWeekday(sheet.closesOn)}まで（郵送は{deadlineRuleLabels[sheet.deadlineRule]}）。
          {left > 0 && `あと何日かは、${eraDay(today)}現在です。`}
        </p>
      </div>
      <a class="dads-button dads-button--large" href={`/comments/${id}/write`}>
        意見を書く
      </a>
      <p class="sb-sub">
        郵送や窓口でも出せます。<a href={`/comments/${id}`}>出し方をすべて見る</a>
      </p>
    </div>
  )
}

/** いま、どこにいるか: the way to the plan in a line. */
export function Route({ steps }: { steps: readonly RouteStep[] }) {
  if (steps.length === 0) return null
  return (
    <Section id="route" title="いま、どこにいるか" aside={arrow('/process', '工程をすべて見る')}>
      <ol class="sb-route">
        {steps.map(({ id, when, what, place }) => (
          <li
            key={id}
            aria-current={place === 'now' ? 'step' : undefined}
            class={place === 'next' ? 'is-next' : undefined}
          >
            <span class="sb-route__when">{when}</span>
            <span class="sb-route__what">
              {what}
              {place === 'now' && <span class="vh">（いまここ）</span>}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** 参加する: what comes next. */
export function ComingList({ coming, today }: { coming: readonly Coming[]; today: string }) {
  if (coming.length === 0) return null
  return (
    <Section id="coming" title="参加する" aside={arrow('/participation', '予定をすべて見る')}>
      <ul class="sb-rows">
        {coming.map((one) => {
          const { day, time } = dayAndTime(one)
          const near = nearWords(one, today)
          return (
            <li key={one.id}>
              <p class="sb-rows__when num">
                <b>{day}</b>
                {time}
              </p>
              <div>
                <p class="sb-rows__title">
                  <a href={one.href}>{one.title}</a>
                </p>
                {one.note && <p class="sb-sub">{one.note}</p>}
              </div>
              <p>
                <Badge {...(near.isNear ? {} : { tone: 'quiet' })}>{near.words}</Badge>
              </p>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

/** 変わったこと: what became public last. */
export function NewsList({ news }: { news: readonly News[] }) {
  if (news.length === 0) return null
  return (
    <Section id="news" title="変わったこと" aside={arrow('/plan/versions', 'これまでの版と変更を見る')}>
      <ul class="sb-rows sb-rows--2">
        {news.map(({ day, title, href, note }) => (
          <li key={href}>
            <p class="sb-rows__when num">{eraDay(day)}</p>
            <div>
              <p class="sb-rows__title">
                <a href={href}>{title}</a>
              </p>
              {note && <p class="sb-sub">{note}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const arrow = (href: string, words: string) => (
  <a class="sb-arrow" href={href}>
    {words}
  </a>
)
