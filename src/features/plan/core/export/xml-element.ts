/** An element to be written: with words, or with elements in the order the schema demands. */
export type WrittenElement = {
  name: string
  attributes?: Readonly<Record<string, string>>
  content: string | readonly WrittenElement[]
}

/** Lists of elements with gaps: an absent element is simply not there. */
export type Sparse = readonly (WrittenElement | undefined)[]

/** An element of words; undefined when there are none, so that it is left out. */
export const words = (name: string, text: string | undefined): WrittenElement | undefined =>
  text ? { name, content: text } : undefined

/** An element of elements; undefined when all of them are absent. */
export function group(name: string, children: Sparse): WrittenElement | undefined {
  const content = present(children)
  return content.length > 0 ? { name, content } : undefined
}

export const present = (children: Sparse): WrittenElement[] =>
  children.filter((child): child is WrittenElement => child !== undefined)

/** What XML 1.0 does not allow even as a reference: control characters, half surrogates, U+FFFE and U+FFFF. */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be removed
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** Writes a document; `removed` counts the characters that XML cannot hold. */
export function writeXml(root: WrittenElement): { xml: string; removed: number } {
  let removed = 0
  const escaped = (text: string) => {
    const clean = text.replaceAll(forbidden, () => {
      removed += 1
      return ''
    })
    return clean.replaceAll(/[&<>"\r]/g, (sign) => references[sign] ?? sign)
  }
  const write = ({ name, attributes = {}, content }: WrittenElement, indent: string): string => {
    const start = `${indent}<${name}${Object.entries(attributes)
      .map(([key, value]) => ` ${key}="${escaped(value)}"`)
      .join('')}`
    if (content.length === 0) return `${start}/>\n`
    if (typeof content === 'string') return `${start}>${escaped(content)}</${name}>\n`
    return `${start}>\n${content.map((child) => write(child, `${indent}  `)).join('')}${indent}</${name}>\n`
  }
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}`
  return { xml, removed }
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A bare carriage return would be read back as a line feed.
  '\r': '&#13;',
}
