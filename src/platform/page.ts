import type { VNode } from 'preact'
import type { Auth } from './auth.ts'
import type { Context } from './context.ts'

/** The names after the colons of a path: '/surveys/:surveyId' gives 'surveyId'. */
type ParameterOf<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParameterOf<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

/** `site` is the outside address of this installation, without a slash at its end. */
export type Visit<Path extends string = string> = {
  params: Record<ParameterOf<Path>, string>
  url: URL
  site: string
  /** The request itself, for pages that read its headers: sign-in does. */
  request: Request
  auth: Auth
  /** Where the connection comes from: to count attempts, never stored or logged. */
  clientAddress: string
  /** Where the installation keeps its files. */
  folder: string
  /** Says that there is new work in the queue. */
  wakeJobs: () => void
  /** Whether there is a mail server; the outbox is there without one. */
  hasMailServer: boolean
  /** Says that there is a new mail in the outbox. */
  wakeMails: () => void
}

export type Crumb = { label: string; href: string }

/** What a page shows. 422: a form came back with problems. 409: somebody else saved first. */
export type Screen = {
  title: string
  body: VNode
  status?: 200 | 403 | 404 | 409 | 410 | 422
  /** The way here from the top, without the page itself. */
  crumbs?: readonly Crumb[]
  /** The page shows content made up for the sample: the strip 見本（架空） stands on top. */
  isInvented?: boolean
  /** The line of facts on top of staff work: version, state, who has it, deadline, last saved. */
  facts?: readonly { label: string; value: string }[]
  /** Only who has the address finds the page: search engines are told to leave it out. */
  isUnlisted?: boolean
  /** What it shows changes with the hour: the page is not kept for the next visitor. */
  isFleeting?: boolean
  /** For print: plan, version and date. */
  printLine?: string
  cookies?: readonly string[]
}

/** Where the browser goes after a form was accepted (303). */
export type SeeOther = { seeOther: string; cookies?: readonly string[] }

/** A file instead of a page. `inline` shows it in the browser, otherwise it is saved under `fileName`. */
export type Download = { file: Uint8Array | string; contentType: string; fileName: string; inline?: boolean }

/**
 * What is told to an open page as it happens (server-sent events), until the browser goes away or the server stops.
 */
export type Feed = { feed: (send: (data: string) => Promise<void>, closed: AbortSignal) => Promise<void> }

export type Page<Path extends string = string> = {
  /**
   * `anyone` works for visitors and staff alike with the actor of the session, as sign-in does; it is never
   * published.
   */
  audience: 'public' | 'staff' | 'anyone'
  /** Largest request body its form may send; 1 MB unless told. */
  maxBytes?: number
  show: (context: Context, visit: Visit<Path>) => Promise<Screen | SeeOther | Download | Feed>
  submit?: (context: Context, visit: Visit<Path>, form: FormData) => Promise<Screen | SeeOther | Download>
}

export type MountedPage = Page & { path: string }

/** One URL: its path, who it is for, what it shows, and what its form does. */
export const page = <Path extends string>(path: Path, definition: Page<Path>): MountedPage =>
  ({ path, ...definition }) as unknown as MountedPage
