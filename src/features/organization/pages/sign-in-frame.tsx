import type { ComponentChildren } from 'preact'

type FrameProps = {
  title: string
  lead: string
  /** The summary of problems stands above the heading. */
  problems?: ComponentChildren
  /** What else a person may look for here. */
  aside?: ComponentChildren
  children: ComponentChildren
}

/** The quiet frame of every page before the sign-in: what this is, one thing to do, and where else to go. */
export function SignInFrame({ title, lead, problems, aside, children }: FrameProps) {
  return (
    <div class="l-cols l-cols--main">
      <div class="sb-form">
        {problems}
        <div>
          <h1>{title}</h1>
          <p class="sb-lead">{lead}</p>
        </div>
        {children}
      </div>
      {aside && <aside class="l-flow-l">{aside}</aside>}
    </div>
  )
}
