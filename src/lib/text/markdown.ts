import type { PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { type Binding, splitBindings } from './binding.ts'

/** A piece of a line. Only these kinds exist, so whoever renders them can let nothing else through. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong' | 'emphasis'; children: Inline[] }
  | { kind: 'link'; href: string; children: Inline[] }
  | { kind: 'ruby'; base: string; reading: string }
  | { kind: 'binding'; binding: Binding }
  | { kind: 'break' }

export type MarkdownBlock =
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'list'; isOrdered: boolean; items: MarkdownBlock[][] }

/** Beyond this a text is not prose any more; it is shown as it was typed. */
const longest = 20_000
const deepestList = 3
const mostMarks = 2000

/** What a text may not be made of: HTML, code, headings, quotes, tables, images, definitions stay the characters they are. */
const disabled = [
  'htmlFlow',
  'htmlText',
  'codeFenced',
  'codeIndented',
  'codeText',
  'headingAtx',
  'setextUnderline',
  'blockQuote',
  'thematicBreak',
  'definition',
  'labelStartImage',
  'autolink',
]

/**
 * Restricted Markdown (plan.md §7), one parser for screen, PDF and DOCX: paragraphs, lists up to three deep, strong,
 * emphasis, links to http(s) or this site, ruby `｜伊奈《いな》`, and bound numbers `{{dp_…|int}}`.
 */
export function parseMarkdown(text: string): MarkdownBlock[] {
  if (isHostile(text)) return plainBlocks(text)
  const tree = fromMarkdown(text, { extensions: [{ disable: { null: disabled } }] })
  return tree.children.flatMap((node) => blockOf(node, 1))
}

/** Nesting and marks that no prose has make parsers slow: such text is not parsed. */
function isHostile(text: string): boolean {
  if (text.length > longest) return true
  if (/^(?:[ \t]*(?:[-+*>]|\d{1,9}[.)])[ \t]*){6,}/m.test(text)) return true
  return (text.match(/[[\]*_]/g)?.length ?? 0) > mostMarks
}

const plainBlocks = (text: string): MarkdownBlock[] =>
  text.split(/\n{2,}/).map((block) => ({ kind: 'paragraph', children: wordsOf(block) }))

function blockOf(node: RootContent, depth: number): MarkdownBlock[] {
  if (node.type === 'paragraph') return [{ kind: 'paragraph', children: inlines(node.children) }]
  if (node.type !== 'list') return []
  if (depth > deepestList) {
    return node.children.flatMap((item) => item.children.flatMap((child) => blockOf(child, depth)))
  }
  const items = node.children.map((item) => item.children.flatMap((child) => blockOf(child, depth + 1)))
  return [{ kind: 'list', isOrdered: node.ordered === true, items }]
}

const inlines = (nodes: readonly PhrasingContent[]): Inline[] => nodes.flatMap(inlineOf)

function inlineOf(node: PhrasingContent): Inline[] {
  switch (node.type) {
    case 'text':
      return wordsOf(node.value)
    case 'strong':
    case 'emphasis':
      return [{ kind: node.type, children: inlines(node.children) }]
    case 'break':
      return [{ kind: 'break' }]
    case 'link': {
      const children = inlines(node.children)
      return isSafeAddress(node.url) ? [{ kind: 'link', href: node.url, children }] : children
    }
    default:
      return 'value' in node && typeof node.value === 'string' ? wordsOf(node.value) : []
  }
}

/** http, https, or a place on this site; never a script, data or another protocol in disguise. */
export function isSafeAddress(address: string): boolean {
  if (/[\p{Cc}\s]/u.test(address)) return false
  return /^https?:\/\/[^/]/i.test(address) || /^[/#](?!\/)/.test(address)
}

const rubyShape = /[｜|]([^｜|《》\n]{1,20})《([^《》\n]{1,30})》/g

/** Words with their ruby and bindings taken out. */
function wordsOf(text: string): Inline[] {
  return splitBindings(text).flatMap((piece) =>
    'binding' in piece ? [{ kind: 'binding' as const, binding: piece.binding }] : withRuby(piece.text),
  )
}

function withRuby(text: string): Inline[] {
  const pieces: Inline[] = []
  let from = 0
  for (const match of text.matchAll(rubyShape)) {
    const [whole, base = '', reading = ''] = match
    if (match.index > from) pieces.push({ kind: 'text', text: text.slice(from, match.index) })
    pieces.push({ kind: 'ruby', base, reading })
    from = match.index + whole.length
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) })
  return pieces
}
