import { renderToString } from 'preact-render-to-string'
import { type Role, roleLabels } from '#src/lib/permissions.ts'
import type { Context } from '#src/platform/context.ts'
import type { Feature } from '#src/platform/feature.ts'
import type { Screen } from '#src/platform/page.ts'
import { Breadcrumb, DocumentFrame } from './document.tsx'
import { keepQuestion } from './drawing.ts'
import { publicMenu, staffMenu } from './menus.ts'
import { noticeOf } from './notices.ts'
import { type Contact, PublicLayout } from './public-layout.tsx'
import { StaffLayout } from './staff-layout.tsx'

/** What the frame of a page says about the city. */
export type SiteIdentity = { city: string; contact?: Contact; isInvented: boolean }

export type Frame = {
  features: readonly Feature[]
  asset: (source: string) => string
  islands: readonly string[]
  /** Development only. */
  extraScript?: string
}

type Rendering = { context: Context; url: URL; identity: SiteIdentity; isStaff: boolean }

const slot = '<body-slot></body-slot>'

/** A whole page as text: the body first, then the frame around it with the scripts of the islands the body contains. */
export async function renderPage(frame: Frame, screen: Screen, rendering: Rendering): Promise<string> {
  const { identity, isStaff, url } = rendering
  const body = keepQuestion(renderToString(screen.body), url)
  const scripts = frame.islands
    .filter((name) => body.includes(`<${name}`))
    .map((name) => frame.asset(`src/islands/${name}.ts`))
  if (frame.extraScript) scripts.push(frame.extraScript)
  const outer = renderToString(
    <DocumentFrame
      title={screen.status === 422 ? `エラー：${screen.title}` : screen.title}
      siteName={isStaff ? '標 Shirube' : `${identity.city} 総合計画`}
      stylesheet={frame.asset('src/ui/styles/site.css')}
      scripts={scripts}
      isInvented={screen.isInvented ?? identity.isInvented}
      isStaff={isStaff}
    >
      {isStaff ? await staffFrame(frame, screen, rendering) : publicFrame(frame, screen, rendering)}
    </DocumentFrame>,
  )
  const crumbs = screen.crumbs
    ? renderToString(<Breadcrumb crumbs={screen.crumbs} here={screen.title} />)
    : ''
  return `<!doctype html>${outer.replace(slot, () => crumbs + body)}`
}

function publicFrame(frame: Frame, screen: Screen, { url, identity }: Rendering) {
  return (
    <PublicLayout
      city={identity.city}
      menu={publicMenu(frame.features, url.pathname)}
      footer={frame.features.flatMap((feature) => feature.publicFooter ?? [])}
      contact={identity.contact}
      printLine={screen.printLine}
    />
  )
}

async function staffFrame(frame: Frame, screen: Screen, { context, url, identity }: Rendering) {
  const inWords = (roles: readonly Role[]) => roles.map((role) => roleLabels[role]).join('・')
  const { name = '', roles, withheldRoles = [] } = context.actor
  return (
    <StaffLayout
      city={identity.city}
      person={roles.includes('public') ? name : `${name}（${inWords(roles)}）`}
      menu={await staffMenu(frame.features, context, url.pathname)}
      path={url.pathname}
      facts={screen.facts ?? []}
      notice={noticeOf(url)}
      withheld={inWords(withheldRoles)}
    />
  )
}
