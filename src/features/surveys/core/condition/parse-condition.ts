/** A condition over answers (`show_if`, or who belongs to a domain). */
export type Condition =
  | { kind: 'compare'; column: string; operator: Operator; value: string | number }
  | { kind: 'in'; column: string; values: readonly (string | number)[] }
  | { kind: 'answered'; column: string }
  | { kind: 'selected'; column: string; code: string }
  | { kind: 'not'; inner: Condition }
  | { kind: 'and'; parts: readonly Condition[] }
  | { kind: 'or'; parts: readonly Condition[] }

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>='

type Token = { kind: 'name' | 'text' | 'number' | 'sign' | 'end'; value: string; at: number }
type Reader = { tokens: readonly Token[]; place: number; text: string }

/**
 * Reads a condition: `q13 = '3'`, `age in ('18-29', '30-39') and not selected(q14, '2')`, `y <= 4`.
 *
 * Names are columns (with other signs in backquotes), texts stand in ' or ", numbers compare as numbers.
 * `≠` and `<>` are `!=`. No arithmetic. Refuses (RangeError) what it cannot read, with the place.
 */
export function parseCondition(text: string): Condition {
  const reader = { tokens: tokensOf(text), place: 0, text }
  const condition = readAlternatives(reader)
  if (peek(reader).kind !== 'end') refuse(reader)
  return condition
}

/** Names of the columns a condition looks at. */
export function columnsOf(condition: Condition): string[] {
  if (condition.kind === 'not') return columnsOf(condition.inner)
  if (condition.kind === 'and' || condition.kind === 'or') return condition.parts.flatMap(columnsOf)
  return [condition.column]
}

const signs = [
  /(?<text>'(?:[^']|'')*'|"(?:[^"]|"")*")/,
  /`(?<quoted>[^`]+)`/,
  /(?<number>-?\d+(?:\.\d+)?(?![\p{L}\p{N}_]))/u,
  /(?<name>[\p{L}_][\p{L}\p{N}_.]*)/u,
  /(?<sign><=|>=|!=|<>|[=≠<>(),])/,
]
const pattern = new RegExp(`\\s*(?:${signs.map(({ source }) => source).join('|')})`, 'uy')

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  pattern.lastIndex = 0
  const end = text.trimEnd().length
  while (pattern.lastIndex < end) {
    const at = pattern.lastIndex
    const found = pattern.exec(text)?.groups
    if (!found) throw new RangeError(`条件「${text}」の${at + 1}文字目からが分かりません`)
    const { text: quotedText, quoted, number, name, sign } = found
    if (quotedText !== undefined) {
      const quote = quotedText[0] ?? ''
      tokens.push({ kind: 'text', value: quotedText.slice(1, -1).replaceAll(quote + quote, quote), at })
    } else if (number !== undefined) tokens.push({ kind: 'number', value: number, at })
    else if (sign !== undefined) tokens.push({ kind: 'sign', value: sign, at })
    else tokens.push({ kind: 'name', value: quoted ?? name ?? '', at })
  }
  return [...tokens, { kind: 'end', value: '', at: text.length }]
}

const peek = ({ tokens, place }: Reader) => tokens[place] as Token

function take(reader: Reader): Token {
  const token = peek(reader)
  reader.place = Math.min(reader.place + 1, reader.tokens.length - 1)
  return token
}

function refuse(reader: Reader): never {
  const { kind, value, at } = peek(reader)
  const seen = kind === 'end' ? '終わり' : `「${value}」（${at + 1}文字目）`
  throw new RangeError(`条件「${reader.text}」の${seen}が分かりません`)
}

function expectSign(reader: Reader, sign: string) {
  if (peek(reader).kind !== 'sign' || peek(reader).value !== sign) refuse(reader)
  take(reader)
}

const isWord = ({ kind, value }: Token, word: string) => kind === 'name' && value.toLowerCase() === word

function readAlternatives(reader: Reader): Condition {
  const parts = [readConjunction(reader)]
  while (isWord(peek(reader), 'or')) {
    take(reader)
    parts.push(readConjunction(reader))
  }
  return parts.length === 1 ? (parts[0] as Condition) : { kind: 'or', parts }
}

function readConjunction(reader: Reader): Condition {
  const parts = [readOne(reader)]
  while (isWord(peek(reader), 'and')) {
    take(reader)
    parts.push(readOne(reader))
  }
  return parts.length === 1 ? (parts[0] as Condition) : { kind: 'and', parts }
}

function readOne(reader: Reader): Condition {
  if (isWord(peek(reader), 'not')) {
    take(reader)
    return { kind: 'not', inner: readOne(reader) }
  }
  if (peek(reader).kind === 'sign' && peek(reader).value === '(') {
    take(reader)
    const inner = readAlternatives(reader)
    expectSign(reader, ')')
    return inner
  }
  if (peek(reader).kind !== 'name') refuse(reader)
  const name = take(reader).value
  const isCall = peek(reader).value === '(' && peek(reader).kind === 'sign'
  return isCall ? readCall(reader, name) : readComparison(reader, name)
}

function readCall(reader: Reader, name: string): Condition {
  if (name !== 'answered' && name !== 'selected') refuse(reader)
  expectSign(reader, '(')
  if (peek(reader).kind !== 'name') refuse(reader)
  const column = take(reader).value
  if (name === 'answered') {
    expectSign(reader, ')')
    return { kind: 'answered', column }
  }
  expectSign(reader, ',')
  const code = String(readValue(reader))
  expectSign(reader, ')')
  return { kind: 'selected', column, code }
}

function readComparison(reader: Reader, column: string): Condition {
  if (isWord(peek(reader), 'in')) {
    take(reader)
    expectSign(reader, '(')
    const values = [readValue(reader)]
    while (peek(reader).value === ',' && peek(reader).kind === 'sign') {
      take(reader)
      values.push(readValue(reader))
    }
    expectSign(reader, ')')
    return { kind: 'in', column, values }
  }
  const sign = peek(reader).kind === 'sign' ? peek(reader).value : ''
  const operator = sign === '≠' || sign === '<>' ? '!=' : sign
  if (!['=', '!=', '<', '<=', '>', '>='].includes(operator)) refuse(reader)
  take(reader)
  return { kind: 'compare', column, operator: operator as Operator, value: readValue(reader) }
}

function readValue(reader: Reader): string | number {
  const { kind, value } = peek(reader)
  if (kind !== 'text' && kind !== 'number') refuse(reader)
  take(reader)
  return kind === 'number' ? Number(value) : value
}
