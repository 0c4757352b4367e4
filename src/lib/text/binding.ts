/** How a bound number is written (plan.md §7). */
export const bindingFormats = [
  'int',
  'fixed1',
  'fixed2',
  'pct1',
  'man',
  'sen',
  'fy',
  'fydual',
  'delta1',
  'abs',
] as const
export type BindingFormat = (typeof bindingFormats)[number]

/** A number in prose that comes from data: `{{dp_…|int}}`, or of an indicator `{{in_…:target|int}}`. */
export type Binding = { id: string; part?: string; format: BindingFormat }

const shape = /\{\{((?:dp|in)_[0-9a-z]{10})(?::([a-z]{1,12}))?(?:\|([a-z0-9]{1,8}))?\}\}/g

export type TextPiece = { text: string } | { binding: Binding }

/** Splits text into words and bindings. What only looks like a binding stays words. */
export function splitBindings(text: string): TextPiece[] {
  const pieces: TextPiece[] = []
  let from = 0
  for (const match of text.matchAll(shape)) {
    const [whole, id = '', part, format = 'int'] = match
    const known = bindingFormats.find((one) => one === format)
    if (!known) continue
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) })
    pieces.push({ binding: { id, ...(part ? { part } : {}), format: known } })
    from = match.index + whole.length
  }
  if (from < text.length) pieces.push({ text: text.slice(from) })
  return pieces
}

/** The words a binding stands for, or undefined when its data are not there. */
export type BindingResolver = (binding: Binding) => string | undefined
