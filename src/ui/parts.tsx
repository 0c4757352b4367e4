import type { ComponentChildren } from 'preact'

type Children = { children: ComponentChildren }

/** A chapter of a page: a rule, its heading, at most one link at the right, and the content. */
export function Section({
  id,
  title,
  aside,
  children,
}: Children & { id: string; title: string; aside?: ComponentChildren }) {
  return (
    <section class="l-section" aria-labelledby={id}>
      <div class="l-section__head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}

export type BadgeTone = 'ok' | 'warn' | 'error' | 'info' | 'solid' | 'quiet'

/** A state in a word; the colour only repeats it. */
export function Badge({ tone, children }: Children & { tone?: BadgeTone }) {
  return <span class={tone ? `dads-badge dads-badge--${tone}` : 'dads-badge'}>{children}</span>
}

/** Number square of a field of the plan: number and colour; beyond five the number alone goes on in grey. */
export function NumberMark({ number, children }: Children & { number: string }) {
  return (
    <span class={`sb-field ${toneOf(number)}`}>
      <span class="sb-field__no">
        <b>{number}</b>
      </span>
      {children}
    </span>
  )
}

/** The class that carries the colour of field 1–5, or of all that follow. */
export const toneOf = (number: string) => (/^[1-5]$/.test(number) ? `f-${number}` : 'f-more')

/** A figure with its unit and what it means. */
export function Stat({
  label,
  value,
  unit,
  note,
}: {
  label: ComponentChildren
  value: ComponentChildren
  unit?: string
  note?: ComponentChildren
}) {
  return (
    <div class="sb-stat sb-stat--ruled">
      <p class="sb-stat__label">{label}</p>
      <p class="sb-stat__value">
        {value}
        {unit && <small>{unit}</small>}
      </p>
      {note && <p class="sb-stat__note">{note}</p>}
    </div>
  )
}

/** A message over the content: what happened, in words. */
export function Banner({
  tone = 'ok',
  title,
  children,
}: {
  tone?: 'ok' | 'warn' | 'error'
  title: string
  children?: ComponentChildren
}) {
  return (
    <div
      class={`dads-notification-banner dads-notification-banner--${tone}`}
      role={tone === 'ok' ? 'status' : 'alert'}
    >
      <p class="dads-notification-banner__title">{title}</p>
      {children}
    </div>
  )
}

/** 「この画面について」 at the end of a staff page. */
export function AboutScreen({ children }: Children) {
  return (
    <details class="dads-disclosure sb-about">
      <summary>
        <span>この画面について</span>
      </summary>
      <div class="dads-disclosure__body l-measure">{children}</div>
    </details>
  )
}

/** Something to open, closed at first. */
export function Disclosure({ label, children, open }: Children & { label: string; open?: boolean }) {
  return (
    <details class="dads-disclosure" open={open}>
      <summary>
        <span>{label}</span>
      </summary>
      <div class="dads-disclosure__body">{children}</div>
    </details>
  )
}

/** A wide table moves inside its own frame, also by keyboard; `label` names the frame. */
export function ScrollFrame({ label, children }: Children & { label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="sb-scroll" tabIndex={0} aria-label={`${label}（横に動かせます）`}>
      {children}
    </section>
  )
}

/** An empty cell is never empty: a dash, and the word for who hears the page. */
export function NoValue({ words = 'データなし' }: { words?: string }) {
  return (
    <>
      <span aria-hidden="true">―</span>
      <span class="vh">{words}</span>
    </>
  )
}

/** What to do where nothing is there yet. */
export function EmptyState({ title, children }: Children & { title: string }) {
  return (
    <div class="sb-box l-flow">
      <p>
        <b>{title}</b>
      </p>
      {children}
    </div>
  )
}
