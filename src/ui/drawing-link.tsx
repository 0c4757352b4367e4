/**
 * Saves the drawing of this page whose id it is as SVG. The shell answers `?svg=` on every staff page, and keeps what
 * the page was asked for.
 */
export function DrawingLink({ id, title }: { id: string; title: string }) {
  return (
    <a href={`?svg=${id}`}>
      図（SVG）<span class="vh">：{title}</span>
    </a>
  )
}
