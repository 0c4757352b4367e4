import type { XmlElement } from '#src/lib/xml/read-xml.ts'
import type { ImportCode, ImportFinding } from './import-finding.ts'
import { childOrder, oldNames } from './stratml-grammar.ts'

/** An NCName, which xsd:ID demands: a letter or _ first, no colon, no blank. */
const ncName = /^[\p{L}_][\p{L}\p{N}._\-·]*$/u

/** Compares a document with the schema (order, names, ids, dates); the reader then reads it all the same. */
export function checkStratml(root: XmlElement): ImportFinding[] {
  const findings: ImportFinding[] = []
  const seen = new Set<string>()
  const add = (code: ImportCode, element: XmlElement, path: string, action: string) =>
    findings.push({ code, line: element.line, path, action })
  const walk = (element: XmlElement, path: string) => {
    checkChildren(element, path, add)
    if (element.name === 'Identifier') checkIdentifier(element, path, { seen, add })
    for (const child of element.children) walk(child, `${path}/${child.name}`)
  }
  walk(root, root.name)
  return findings
}

type Add = (code: ImportCode, element: XmlElement, path: string, action: string) => void

function checkChildren(element: XmlElement, path: string, add: Add) {
  const order = childOrder[element.name]
  if (!order) return
  let furthest = 0
  for (const child of element.children) {
    const now = oldNames[child.name]
    if (now) add('old-name', child, `${path}/${child.name}`, `${now}として読みました`)
    const at = order.indexOf(now ?? child.name)
    if (at < 0) {
      add('unknown-element', child, `${path}/${child.name}`, '文として残しました')
      continue
    }
    if (at < furthest) add('wrong-order', child, `${path}/${child.name}`, '順番にかかわらず読みました')
    furthest = Math.max(furthest, at)
  }
  const start = dateIn(element, 'StartDate')
  const end = dateIn(element, 'EndDate')
  if (start && end && start > end) add('start-after-end', element, path, 'そのまま残しました')
}

type Identifiers = { seen: Set<string>; add: Add }

function checkIdentifier(element: XmlElement, path: string, { seen, add }: Identifiers) {
  const id = element.text.trim()
  if (id === '') return // an empty element stands for an absent one
  if (!ncName.test(id)) add('identifier-not-ncname', element, path, '新しい id を付けました')
  if (seen.has(id)) add('doubled-identifier', element, path, '新しい id を付けました')
  seen.add(id)
}

/** A date of an element, `YYYY-MM-DD`, when it is one. */
export function dateIn(element: XmlElement | undefined, name: string): string | undefined {
  const text = element?.children.find((child) => child.name === name)?.text.trim() ?? ''
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined
}
