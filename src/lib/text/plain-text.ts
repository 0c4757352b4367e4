import type { BindingResolver } from './binding.ts'
import { type Inline, type MarkdownBlock, parseMarkdown } from './markdown.ts'

/** What a text says without its marks: for lists, checks, search and tables. Blocks become lines; ruby keeps its base. */
export function plainText(text: string, resolve: BindingResolver = () => undefined): string {
  return plainBlocks(parseMarkdown(text), resolve)
}

/** The same of a text that was parsed already. */
export const plainBlocks = (blocks: readonly MarkdownBlock[], resolve: BindingResolver): string =>
  blocks.map((block) => blockText(block, resolve)).join('\n')

function blockText(block: MarkdownBlock, resolve: BindingResolver): string {
  if (block.kind === 'paragraph') return inlineText(block.children, resolve)
  return block.items.map((item) => item.map((inner) => blockText(inner, resolve)).join('\n')).join('\n')
}

/** The words of a line. */
export const inlineText = (inlines: readonly Inline[], resolve: BindingResolver): string =>
  inlines.map((inline) => wordsOf(inline, resolve)).join('')

function wordsOf(inline: Inline, resolve: BindingResolver): string {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'ruby':
      return inline.base
    case 'binding':
      return resolve(inline.binding) ?? '―'
    case 'break':
      return '\n'
    default:
      return inlineText(inline.children, resolve)
  }
}
