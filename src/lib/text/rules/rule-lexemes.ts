/** A piece of a coding rule. */
export type Lexeme = { text: string; kind: 'mark' | 'operator' | 'phrase' | 'code' | 'word' }

const piece = /\s+|"[^"]*"?|<[^<>]*>?|>=|[()[\]=>-]|[^\s"<>()[\]=-]+/g
const mark = /^(>=|[()[\]=>-])$/
const operators = new Set(['and', 'or', 'not'])

/** Cuts a coding rule into pieces; full-width signs count as half-width ones. */
export function lexemesOf(rule: string): Lexeme[] {
  return [
    ...rule
      .normalize('NFKC')
      .replaceAll(/[「」“”]/g, '"')
      .matchAll(piece),
  ].flatMap(([text]): Lexeme[] => {
    if (text.trim() === '') return []
    if (text.startsWith('"')) return [{ kind: 'phrase', text: text.replaceAll('"', '').trim() }]
    if (text.startsWith('<')) return [{ kind: 'code', text: text.replaceAll(/[<>]/g, '').trim() }]
    if (mark.test(text)) return [{ kind: 'mark', text }]
    const lower = text.toLowerCase()
    return operators.has(lower) ? [{ kind: 'operator', text: lower }] : [{ kind: 'word', text }]
  })
}
