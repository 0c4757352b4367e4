/** The mark of Shirube: a signpost with two boards on one post. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path fill="currentColor" d="M14 1h4v2h8.5L31 7.5 26.5 12H18v2.5h0V31h-4v-7.5H5.5L1 19l4.5-4.5H14z" />
    </svg>
  )
}
