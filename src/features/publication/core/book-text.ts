import type { BindingResolver } from '#src/lib/text/binding.ts'
import { type Inline, type MarkdownBlock, parseMarkdown } from '#src/lib/text/markdown.ts'
import { plainText } from '#src/lib/text/plain-text.ts'

/** A piece of a line for the templates: words, or words with a part to play. */
export type BookInline =
  | string
  | { strong: BookInline[] }
  | { emphasis: BookInline[] }
  | { link: string; words: BookInline[] }
  | { ruby: string; reading: string }
  | { break: true }

/** A paragraph, or a list whose entries are texts themselves. */
export type BookBlock = { words: BookInline[] } | { list: BookBlock[][]; isOrdered: boolean }

/** A text people wrote (restricted Markdown) as the templates take it: numbers put in, marks turned into structure. */
export type BookText = BookBlock[]

/** How a plan's texts become book texts: both know the numbers the plan binds. */
export type BookWriter = {
  /** Running text, with lists, links, ruby. */
  text: (words: string) => BookText
  /** One line for titles, display type and tables: the words alone. */
  line: (words: string) => string
  /** The same for names, which are headings and bookmarks and must say something. */
  title: (words: string) => string
}

/** `siteUrl` makes links to the city's own pages whole, since paper and PDF know no site. */
export function bookWriter(resolve: BindingResolver, siteUrl?: string): BookWriter {
  const line = (words: string) =>
    markless.test(words) ? words.trim() : plainText(words, resolve).replaceAll(lineEnd, joined).trim()
  return {
    text: (words) => bookText(words, { resolve, siteUrl }),
    line,
    title: (words) => line(words) || '（名前はまだありません）',
  }
}

type Source = { resolve: BindingResolver; siteUrl?: string | undefined }

function bookText(words: string, source: Source): BookText {
  // Most texts hold no mark at all, and need no parser.
  if (markless.test(words)) return [{ words: [words] }]
  return parseMarkdown(words).flatMap((block) => bookBlock(block, source))
}

const markless = /^(?![\s\d])[^\n*_[\]{}|｜《》\\&<>`#~!+-]+$/u

function bookBlock(block: MarkdownBlock, source: Source): BookBlock[] {
  if (block.kind === 'paragraph') {
    const words = bookLine(block.children, source)
    return words.length > 0 ? [{ words }] : []
  }
  const list = block.items.map((item) => item.flatMap((inner) => bookBlock(inner, source)))
  return [{ list, isOrdered: block.isOrdered }]
}

function bookLine(inlines: readonly Inline[], source: Source): BookInline[] {
  const line: BookInline[] = []
  for (const piece of inlines.flatMap((inline) => bookInline(inline, source))) {
    const before = line.at(-1)
    if (typeof piece === 'string' && typeof before === 'string') line[line.length - 1] = before + piece
    else line.push(piece)
  }
  return line.filter((piece) => piece !== '')
}

function bookInline(inline: Inline, source: Source): BookInline[] {
  switch (inline.kind) {
    case 'text':
      return [inline.text.replaceAll(lineEnd, joined)]
    case 'binding':
      return [source.resolve(inline.binding) ?? '―']
    case 'strong':
      return [{ strong: bookLine(inline.children, source) }]
    case 'emphasis':
      return [{ emphasis: bookLine(inline.children, source) }]
    case 'ruby':
      return [{ ruby: inline.base, reading: inline.reading }]
    case 'break':
      return [{ break: true }]
    case 'link':
      return linkOf(inline.href, bookLine(inline.children, source), source.siteUrl)
  }
}

function linkOf(href: string, words: BookInline[], siteUrl?: string): BookInline[] {
  if (/^https?:/i.test(href)) return [{ link: href, words }]
  if (!siteUrl || !href.startsWith('/')) return words
  return [{ link: siteUrl.replace(/\/+$/, '') + href, words }]
}

const lineEnd = /(\P{Cc}?)[ \t]*\n\s*(\P{Cc}?)/gu

/** A line end inside a sentence is a space between Latin words and nothing between Japanese ones. */
function joined(_whole: string, before: string, after: string): string {
  return isLatin(before) && isLatin(after) ? `${before} ${after}` : before + after
}

const isLatin = (character: string) => /[\p{Script=Latin}\d.,;:!?)(\]"'%-]/u.test(character)
