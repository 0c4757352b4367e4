import type { ComponentChildren } from 'preact'
import type { Crumb } from '#src/platform/page.ts'

type DocumentProps = {
  title: string
  siteName: string
  stylesheet: string
  scripts: readonly string[]
  isInvented: boolean
  isStaff: boolean
  children: ComponentChildren
}

/** The outermost frame of every page: head, skip link, and the strip of invented content. */
export function DocumentFrame(props: DocumentProps) {
  const { title, siteName, stylesheet, scripts, isInvented, isStaff, children } = props
  return (
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title}｜${siteName}`}</title>
        {isStaff && <meta name="robots" content="noindex" />}
        <link rel="stylesheet" href={stylesheet} />
        <link rel="icon" href="/mark-tile.svg" type="image/svg+xml" />
        {scripts.map((script) => (
          <script key={script} type="module" src={script} />
        ))}
      </head>
      <body>
        <a class="sb-skip" href="#main">
          本文へ移動
        </a>
        {isStaff && (
          <a class="sb-skip" href="#menu">
            メニューへ移動
          </a>
        )}
        {isInvented && <SampleStrip isStaff={isStaff} />}
        {children}
      </body>
    </html>
  )
}

function SampleStrip({ isStaff }: { isStaff: boolean }) {
  return (
    <section class="sb-sample" aria-label="見本の表示">
      <p class={`sb-sample__in ${isStaff ? 'sb-sample__in--staff' : 'l-page'}`}>
        <strong>見本（架空）</strong>
        <span>文章・意見・数値は、説明のために作ったものです。</span>
      </p>
    </section>
  )
}

/** 現在位置: the way from the top to this page. */
export function Breadcrumb({ crumbs, here }: { crumbs: readonly Crumb[]; here: string }) {
  return (
    <nav class="dads-breadcrumb" aria-labelledby="bc">
      <span class="vh" id="bc">
        現在位置
      </span>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.href}>
            <a href={crumb.href}>{crumb.label}</a>
          </li>
        ))}
        <li>
          <span aria-current="page">{here}</span>
        </li>
      </ol>
    </nav>
  )
}
