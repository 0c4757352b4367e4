import type { TextDocument } from '#src/lib/document/text-document.ts'
import { typeset } from './typeset.ts'
import type { Typeset } from './typesetting.ts'

const templates = new URL('./document/', import.meta.url)

/** A text document as PDF/UA-1: the same content as its Word file; the same document gives the same bytes. */
export const documentPdf = (document: TextDocument): Promise<Typeset> =>
  typeset({
    templates,
    main: 'document.typ',
    data: { 'document.json': JSON.stringify(document) },
    date: document.date,
  })
