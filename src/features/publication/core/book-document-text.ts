import type { TextBlock } from '#src/lib/document/text-document.ts'
import type { BookText } from './book-text.ts'

/** A book text as blocks of a document: the pieces of a line are the same. */
export const textBlocks = (text: BookText): TextBlock[] =>
  text.map((block) =>
    'words' in block
      ? { kind: 'paragraph', runs: block.words }
      : { kind: 'list', isOrdered: block.isOrdered, items: block.list.map(textBlocks) },
  )
