/** What can be made of a plan: its name, and what the file is called. */
export const bookKinds = {
  'plan-book': { label: '計画書', file: 'PDF' },
  digest: { label: '概要版', file: 'PDF' },
  'plan-book-docx': { label: '計画書（Word）', file: 'Wordファイル' },
  'plan-book-html': { label: '計画書（HTML）', file: 'HTMLファイル' },
} as const

export type BookKind = keyof typeof bookKinds
export const bookKindNames = Object.keys(bookKinds) as BookKind[]
