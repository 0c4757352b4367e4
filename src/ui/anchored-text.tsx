/** One place of a paragraph that remarks speak of, with the numbers they have on the page. */
export type MarkedPlace = { start: number; end: number; numbers: readonly number[]; href: string }

type AnchoredTextProps = { words: string; places: readonly MarkedPlace[] }

/**
 * The words of a paragraph with the places marked that remarks speak of, each with a link to its remark. Places that overlap
 * are marked as far as they stand free; the link stands at the end of each all the same.
 */
export function AnchoredText({ words, places }: AnchoredTextProps) {
  const inOrder = [...places].sort((a, b) => a.start - b.start || a.end - b.end)
  let from = 0
  const pieces = inOrder.map((place) => {
    const start = Math.max(from, place.start)
    const end = Math.max(start, place.end)
    const piece = { place, plain: words.slice(from, start), marked: words.slice(start, end) }
    from = end
    return piece
  })
  return (
    <>
      {pieces.map(({ place, plain, marked }) => (
        <>
          {plain}
          {marked && <mark class="sb-quoted">{marked}</mark>}
          <a class="sb-quoted__no" href={place.href}>
            <span class="vh">この部分への意見 </span>[{place.numbers.join('、')}]
          </a>
        </>
      ))}
      {words.slice(from)}
    </>
  )
}
