import type { ComponentChildren } from 'preact'

const tabs = [
  { href: '/staff/meetings', label: '会議' },
  { href: '/staff/bodies', label: '会議体と委員' },
  { href: '/staff/bodies/chart', label: '体系図' },
  { href: '/staff/inquiries', label: '諮問・答申' },
  { href: '/staff/bills', label: '議会' },
  { href: '/staff/drafts', label: '案と意見' },
] as const

/** The parts of 会議・委員 as links. */
export function DeliberationTabs({ current }: { current: (typeof tabs)[number]['href'] }) {
  return (
    <nav class="dads-tab" aria-label="会議・委員の画面">
      {tabs.map(({ href, label }) => (
        <a key={href} href={href} aria-current={href === current ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  )
}

export const meetingsCrumb = { label: '会議・委員', href: '/staff/meetings' }
export const bodiesCrumb = { label: '会議体と委員', href: '/staff/bodies' }
export const inquiriesCrumb = { label: '諮問・答申', href: '/staff/inquiries' }
export const billsCrumb = { label: '議会', href: '/staff/bills' }
export const sessionsCrumb = { label: '会期', href: '/staff/bills/sessions' }
export const meetingAddress = (meetingId: string) => `/staff/meetings/${meetingId}`

/** A row of a description list. */
export function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd class="sb-prewrap">{children}</dd>
    </div>
  )
}

export const choicesOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))
