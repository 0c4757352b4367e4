import type { XmlElement } from '#src/lib/xml/read-xml.ts'

export const one = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name)

export const allOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? []

/** The words of a child, blanks at both ends and doubled blanks taken away; '' when it is absent or empty. */
export const wordsIn = (element: XmlElement | undefined, name: string): string =>
  tidy(one(element, name)?.text ?? '')

/** The words of a child exactly as they stand; '' when it is absent. */
export const textIn = (element: XmlElement | undefined, name: string): string =>
  one(element, name)?.text ?? ''

const tidy = (text: string) =>
  text
    .replaceAll(/[ \t]*\n[ \t]*/g, '\n')
    .replaceAll(/[ \t]{2,}/g, ' ')
    .trim()

/** Everything an element says that is not under one of the known names, as lines: nothing is dropped. */
export function remainder(element: XmlElement, known: readonly string[]): string {
  const own = tidy(element.text)
  const lines = element.children
    .filter(({ name }) => !known.includes(name) && name !== 'Identifier')
    .map((child) => remainder(child, []))
  const attributes = Object.entries(element.attributes)
    .filter(([name, value]) => value && !/^(xmlns|schemaLocation|Type)$/.test(name) && known.length > 0)
    .map(([name, value]) => `${name}: ${value}`)
  return [own, ...attributes, ...lines].filter((line) => line !== '').join('\n')
}
