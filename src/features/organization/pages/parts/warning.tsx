import type { ComponentChildren } from 'preact'

/** A sentence nobody should miss before an act (ui.md §3.8). */
export function Warning({ children }: { children: ComponentChildren }) {
  return (
    <p class="sb-warning">
      <span class="sb-warning__icon" aria-hidden="true">
        !
      </span>
      <span>
        <span class="vh">注意：</span>
        {children}
      </span>
    </p>
  )
}
