import type { ComponentChildren } from 'preact'
import { Section } from '#src/ui/parts.tsx'

/** A section of a long page. `aside` is its one remark or link at the right. */
export type ChapterPart = {
  id: string
  title: string
  aside?: ComponentChildren
  body: ComponentChildren
}

type ChapterProps = {
  /** What stands before the first rule, with a heading of its own. */
  opening?: { id: string; title: string; body: ComponentChildren } | undefined
  parts: readonly ChapterPart[]
}

/** A long page: its contents at the side, or folded on top where there is no side, and its sections. */
export function Chapter({ opening, parts }: ChapterProps) {
  const list = (
    <ol>
      {(opening ? [opening, ...parts] : parts).map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ol>
  )
  return (
    <div class="l-chapter">
      <div class="l-chapter__nav">
        <nav class="sb-toc sb-toc--side" aria-labelledby="toc">
          <p class="sb-toc__title" id="toc">
            <b>このページの内容</b>
          </p>
          {list}
        </nav>
        <details class="sb-toc sb-toc--small dads-disclosure dads-disclosure--box">
          <summary>
            <span>このページの内容</span>
          </summary>
          {list}
        </details>
      </div>
      <div>
        {opening && (
          <section aria-labelledby={opening.id}>
            <h2 id={opening.id} class="vh">
              {opening.title}
            </h2>
            {opening.body}
          </section>
        )}
        {parts.map(({ id, title, aside, body }) => (
          <Section key={id} id={id} title={title} aside={aside}>
            {body}
          </Section>
        ))}
      </div>
    </div>
  )
}
