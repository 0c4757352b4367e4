/** Where a text stops being JSON, by its offset, and what is wrong there in a Japanese phrase. */
export type JsonFault = { at: number; words: string }

/** What may come next. `first…` directly behind an opening bracket, where the closing one may follow. */
type Expected = 'value' | 'first-value' | 'name' | 'first-name' | 'colon' | 'more' | 'nothing'

type Reading = { text: string; at: number; open: ('{' | '[')[]; expected: Expected }

const whole = { at: 0, words: 'この文字から読めません' }

/**
 * The first fault of a text that is no JSON (RFC 8259). Brackets are kept in a list, not in calls: a text of ten
 * thousand of them is judged too.
 */
export function jsonFault(text: string): JsonFault {
  const reading: Reading = { text, at: 0, open: [], expected: 'value' }
  for (;;) {
    reading.at = behind(/[ \t\r\n]*/y, text, reading.at) ?? reading.at
    const { at, expected } = reading
    if (at >= text.length) return expected === 'nothing' ? whole : { at, words: endWords(text) }
    const words = step(reading)
    if (words !== undefined) return { at, words }
  }
}

const endWords = (text: string) =>
  text.trim() === '' ? '何も書かれていません' : 'ここで終わっています。途中で切れていないか確かめてください'

/** Takes one part of the text, or says what is wrong with it. */
function step(reading: Reading): string | undefined {
  const { text, at, expected, open } = reading
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 0)
  switch (expected) {
    case 'nothing':
      return `終わりのあとに、余分な「${sign}」があります`
    case 'colon':
      return sign === ':' ? take(reading, at + 1, 'value') : `名前のあとに「:」がなく、「${sign}」があります`
    case 'more':
      if (sign === ',') return take(reading, at + 1, open.at(-1) === '{' ? 'name' : 'value')
      if (sign === closing(open)) return close(reading)
      return `「,」か「${closing(open)}」がなく、「${sign}」があります`
    case 'first-name':
    case 'name':
      if (sign === '"') return takeText(reading, 'colon')
      if (sign === '}' && expected === 'first-name') return close(reading)
      return sign === '}' ? '「}」の前の「,」が余分です' : `「"」で囲んだ名前がなく、「${sign}」があります`
    case 'first-value':
      return sign === ']' ? close(reading) : takeValue(reading, sign)
    case 'value':
      return takeValue(reading, sign)
  }
}

const closing = (open: Reading['open']) => (open.at(-1) === '{' ? '}' : ']')

function take(reading: Reading, at: number, expected: Expected): undefined {
  reading.at = at
  reading.expected = expected
}

const afterValue = ({ open }: Reading): Expected => (open.length > 0 ? 'more' : 'nothing')

function close(reading: Reading): undefined {
  reading.open.pop()
  take(reading, reading.at + 1, afterValue(reading))
}

function takeValue(reading: Reading, sign: string): string | undefined {
  const { text, at, open } = reading
  if (sign === '"') return takeText(reading, afterValue(reading))
  if (sign === '{' || sign === '[') {
    open.push(sign)
    return take(reading, at + 1, sign === '{' ? 'first-name' : 'first-value')
  }
  const end = behind(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y, text, at)
  if (end !== undefined) return take(reading, end, afterValue(reading))
  if (sign === '<') return '「<」で始まるのは、JSONではなくHTMLかXMLです'
  if (sign === ']' && open.at(-1) === '[') return '「]」の前の「,」が余分です'
  return /[\]},:]/.test(sign) ? `「${sign}」の前に値がありません` : `「${sign}」で始まる値はありません`
}

/** Texts are read sign by sign: a pattern would run out of room in one of some megabytes. */
function takeText(reading: Reading, next: Expected): string | undefined {
  const { text } = reading
  for (let at = reading.at + 1; at < text.length; at += 1) {
    const sign = text[at] as string
    if (sign === '"') return take(reading, at + 1, next)
    if (sign === '\n' || sign === '\r') break
    if (sign < ' ') return 'この「"」から始まる文に、制御文字があります'
    if (sign !== '\\') continue
    const end = behind(/\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y, text, at)
    if (end === undefined) return `この「"」から始まる文に、読めない「\\${text[at + 1] ?? ''}」があります`
    at = end - 1
  }
  return 'この「"」を閉じる「"」が、同じ行にありません'
}

function behind(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}
