import type { SessionTable } from './session.ts'

/** A line that begins with the number printed on a card: 「3-12 言葉」 is card 12 of table 3. */
export type PrintedCard = { table: number; number: number; text: string }

/** The card of a line, or undefined where it begins with words. 「10年後…」 is words: a card number has a hyphen. */
export function printedCard(line: string): PrintedCard | undefined {
  const parts = /^\s*([0-9０-９]{1,2})[-－‐]([0-9０-９]{1,3})[\s:：]+(\S.*)$/su.exec(line)
  if (!parts) return undefined
  const [table, number] = [parts[1], parts[2]].map((digits) => Number((digits ?? '').normalize('NFKC')))
  return table && number ? { table, number, text: (parts[3] ?? '').trim() } : undefined
}

/** Why some lines cannot be written down: a table that is not there, or a card that was keyed in before. */
export function cardProblem(
  cards: readonly PrintedCard[],
  tables: readonly SessionTable[],
  taken: ReadonlySet<string>,
): string | undefined {
  const seen = new Set<string>()
  for (const { table, number } of cards) {
    const words = `${table}-${number}`
    if (!tables.some((own) => own.number === table)) return `テーブル${table}はありません（${words}）`
    if (taken.has(words)) return `${words}は、すでに書き込まれています`
    if (seen.has(words)) return `${words}が2回あります`
    seen.add(words)
  }
  return undefined
}
