import { Fragment } from 'preact'
import { Mark } from '#src/ui/mark.tsx'
import type { MenuEntry } from './menus.ts'

export type Contact = { office: string; lines: readonly string[] }
type PublicLayoutProps = {
  city: string
  menu: readonly MenuEntry[]
  footer: readonly { label: string; href: string }[]
  contact: Contact | undefined
  printLine: string | undefined
}

/** The frame of a public page: the city leads, the product is named once, in the footer. */
export function PublicLayout({ city, menu, footer, contact, printLine }: PublicLayoutProps) {
  return (
    <>
      <header class="sb-header">
        <div class="l-page sb-header__row">
          <a class="sb-brand" href="/">
            <Mark />
            <span>
              <span class="sb-brand__city">{city}</span>
              <span class="sb-brand__name">総合計画</span>
            </span>
          </a>
        </div>
        <div class="l-page">
          <nav class="sb-nav sb-nav--row" aria-label="主要メニュー">
            <MenuList entries={menu} />
          </nav>
          <details class="sb-nav sb-nav--details dads-disclosure">
            <summary>
              <span>メニュー</span>
            </summary>
            <nav aria-label="主要メニュー（折りたたみ）">
              <MenuList entries={menu} />
            </nav>
          </details>
        </div>
      </header>
      <main id="main" tabIndex={-1} class="l-page l-main">
        {printLine && <p class="sb-print">{printLine}</p>}
        <body-slot />
        {contact && <ContactLine contact={contact} />}
      </main>
      <footer class="sb-footer">
        <div class="l-page sb-footer__in">
          <div>
            <ul>
              {footer.map(({ label, href }) => (
                <li key={href}>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ul>
            <p>この計画の文章とデータは CC BY 4.0 で自由に使えます。</p>
          </div>
          <p class="sb-footer__made">
            <Mark />標 Shirube で作成
          </p>
        </div>
      </footer>
    </>
  )
}

function MenuList({ entries }: { entries: readonly MenuEntry[] }) {
  return (
    <ul>
      {entries.map(({ label, href, isCurrent }) => (
        <li key={href}>
          <a href={href} aria-current={isCurrent ? 'page' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}

function ContactLine({ contact }: { contact: Contact }) {
  return (
    <div class="sb-contact">
      <p>
        <b>問合せ</b>
        {[contact.office, ...contact.lines].map((line) => (
          <Fragment key={line}>
            {'　'}
            <span class="nowrap">{line}</span>
          </Fragment>
        ))}
        <br />
        読みにくいところ、使いにくいところがあれば、電話・FAX・窓口でもお知らせください。代わりに読み上げ、書き取ります。
      </p>
    </div>
  )
}
