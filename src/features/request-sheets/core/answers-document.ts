import { heading, paragraph, type TextBlock, type TextDocument } from '#src/lib/document/text-document.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { answerWords } from './answer-words.ts'
import type { References } from './references.ts'
import type { RequestRound, RequestSheet } from './sheets.ts'

type Compiled = {
  round: RequestRound
  sheets: readonly RequestSheet[]
  references: References
  unitName: (unitId: string) => string
  city: string
  isInvented: boolean
  today: string
}

/** 依頼シートの取りまとめ as a document to hand out: what the heads of the sections approved, sheet by sheet, as of a day. */
export function answersDocument({ round, sheets, references, unitName, ...own }: Compiled): TextDocument {
  const title = `${round.title}　回答の取りまとめ`
  return {
    title,
    subtitle: [own.city, `${eraDay(own.today)}現在`, own.isInvented ? '見本（架空）' : ''].filter(Boolean),
    author: own.city || '標',
    date: own.today,
    header: `${title}　${eraDay(own.today)}現在`,
    hasContents: false,
    isLandscape: false,
    blocks: [
      paragraph(`課長が承認した回答${sheets.length}件です。`),
      ...sheets.flatMap((sheet): TextBlock[] => [
        heading(1, sheet.subject),
        paragraph(`担当：${unitName(sheet.unitId)}`),
        {
          kind: 'table',
          caption: `${sheet.subject}の回答`,
          widths: [30, 70],
          head: ['項目', '回答'],
          rows: round.fields.map((field) => [
            [field.label],
            linesOf(answerWords(field, sheet.answers[field.id] ?? '', references) || '―'),
          ]),
        },
      ]),
    ],
  }
}

const linesOf = (words: string) =>
  words.split('\n').flatMap((line, at) => (at === 0 ? [line] : [{ break: true as const }, line]))
