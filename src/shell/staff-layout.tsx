import { Mark } from '#src/ui/mark.tsx'
import type { MenuGroup } from './menus.ts'

type StaffLayoutProps = {
  city: string
  person: string
  menu: readonly MenuGroup[]
  path: string
  facts: readonly { label: string; value: string }[]
  notice: string | undefined
  /** The roles that wait for a sign-in in two steps, in words. */
  withheld: string
}

const setUpPath = '/staff/account/second-factor'

/** The frame of staff work: bar, menu in the order of the process, the line of facts, the work. */
export function StaffLayout(props: StaffLayoutProps) {
  const { city, person, menu, path, facts, notice, withheld } = props
  return (
    <>
      <header class="sb-staffbar">
        <div class="sb-staffbar__in">
          <a class="sb-brand" href="/staff">
            <Mark />
            <span class="sb-brand__name">標 Shirube</span>
          </a>
          <span>{city}</span>
          <div class="sb-staffbar__end">
            <a href="/staff/account">{person}</a>
            <a href="/">公開サイト</a>
            <form method="post" action="/sign-out">
              <button class="dads-button dads-button--secondary dads-button--small" type="submit">
                ログアウト
              </button>
            </form>
          </div>
        </div>
      </header>
      <div class="l-staff">
        <nav class="sb-side" id="menu" aria-label="業務メニュー">
          <StaffMenu menu={menu} path={path} prefix="g" />
        </nav>
        <details class="sb-side--details dads-disclosure">
          <summary>
            <span>メニュー</span>
          </summary>
          <nav class="sb-side" aria-label="業務メニュー（折りたたみ）">
            <StaffMenu menu={menu} path={path} prefix="m" />
          </nav>
        </details>
        <main id="main" tabIndex={-1} class="l-staff__work">
          {facts.length > 0 && (
            <dl class="sb-state">
              {facts.map(({ label, value }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          )}
          {notice && (
            <div class="dads-notification-banner dads-notification-banner--ok l-gap-after" role="status">
              <p class="dads-notification-banner__title">{notice}</p>
            </div>
          )}
          {withheld && path !== setUpPath && (
            <div class="dads-notification-banner dads-notification-banner--warn l-gap-after">
              <p class="dads-notification-banner__title">
                {withheld}の仕事を始めるには、二段階認証の設定が要ります
              </p>
              <p>
                <a href={setUpPath}>設定する（数分で終わります）</a>
              </p>
            </div>
          )}
          <body-slot />
        </main>
      </div>
    </>
  )
}

type StaffMenuProps = { menu: readonly MenuGroup[]; path: string; prefix: string }

function StaffMenu({ menu, path, prefix }: StaffMenuProps) {
  return (
    <>
      <a href="/staff" aria-current={path === '/staff' ? 'page' : undefined}>
        今日
      </a>
      {menu.map(({ label, number, entries }, position) => (
        <div key={label}>
          <p class="sb-side__group" id={`${prefix}${position}`}>
            {number && <span class="num">{number}</span>}
            {label}
          </p>
          <ul aria-labelledby={`${prefix}${position}`}>
            {entries.map((entry) => (
              <li key={entry.href}>
                <a href={entry.href} aria-current={entry.isCurrent ? 'page' : undefined}>
                  {entry.label}
                  {entry.count !== undefined && (
                    <span class="sb-count">
                      {entry.count}
                      <span class="vh">件</span>
                    </span>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}
