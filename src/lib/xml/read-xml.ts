import { SaxesParser } from 'saxes'

/** An element with its children, its own text, and the line it begins on. Names are without prefix. */
export type XmlElement = {
  name: string
  namespace: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
  line: number
}

export type XmlProblem = { line: number; message: string }

const deepest = 200

/**
 * Reads XML into a tree of plain values. Documents with a DOCTYPE are refused before anything of it is expanded, so
 * that neither outside files (XXE) nor nested entities (billion laughs) are ever read.
 */
export function readXml(text: string): { root: XmlElement; problem?: undefined } | { problem: XmlProblem } {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const open: XmlElement[] = []
  let root: XmlElement | undefined
  let problem: XmlProblem | undefined
  const refuse = (message: string) => {
    problem ??= { line: parser.line, message }
    throw new RangeError(message)
  }
  parser.on('doctype', () => refuse('文書型の宣言（DOCTYPE・実体参照）のあるXMLは受け付けません'))
  parser.on('error', (error) => refuse(problemWords(error.message)))
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (open.length >= deepest) refuse(`要素が${deepest}段を超えて重なっています`)
    const element: XmlElement = {
      name: local,
      namespace: uri,
      attributes: Object.fromEntries(
        Object.values(attributes).map(({ local: name, value }) => [name, value]),
      ),
      children: [],
      text: '',
      line: parser.line,
    }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  const addText = (words: string) => {
    const element = open.at(-1)
    if (element) element.text += words
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    open.pop()
  })
  try {
    parser.write(text).close()
  } catch (error) {
    if (!problem) throw error
  }
  if (problem) return { problem }
  return root ? { root } : { problem: { line: 1, message: 'XMLの要素がありません' } }
}

/** The parser's English, as far as a person can act on it. */
function problemWords(message: string): string {
  if (/unclosed tag|unexpected end/i.test(message)) return 'XMLが途中で切れています'
  if (/undefined entity/i.test(message)) return '定義のない実体参照があります'
  if (/unexpected close tag|mismatch/i.test(message)) return '閉じる要素の名前が、開いた要素と合いません'
  if (/unbound namespace prefix/i.test(message)) return '名前空間の宣言のない接頭辞があります'
  if (/document must contain a root|text data outside|disallowed character/i.test(message)) {
    return 'XMLではないか、使えない文字があります'
  }
  return 'XMLとして読めません'
}
