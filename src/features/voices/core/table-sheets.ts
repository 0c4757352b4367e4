import type { SessionFile } from './session-documents.ts'

/** テーブルに広げる紙: what the A3 sheets of a session are printed from, one a table and round. */
export type TableSheets = {
  title: string
  city: string
  date: string
  isInvented: boolean
  sheets: { table: string; round: string; question: string; hint: string; isHarvest: boolean }[]
}

/** Table by table, in the order of the rounds, and last the harvest; without any name of a guest or a host. */
export function tableSheets({
  session,
  steps,
  tables,
  city,
  isInvented,
}: Pick<SessionFile, 'session' | 'steps' | 'tables' | 'city' | 'isInvented'>): TableSheets {
  const rounds = steps.filter(({ kind }) => kind === 'round')
  const harvests = steps.filter(({ kind }) => kind === 'harvest')
  const written = [
    ...rounds.map((step, at) => ({ step, round: `ラウンド${at + 1}` })),
    ...harvests.map((step) => ({ step, round: 'まとめ' })),
  ]
  return {
    title: session.title,
    city,
    date: session.heldOn,
    isInvented,
    sheets: tables.flatMap(({ number, name }) =>
      written.map(({ step: { kind, text, hint, minutes }, round }) => ({
        table: `テーブル${number} ${name}`.trim(),
        round: minutes > 0 ? `${round}（${minutes}分）` : round,
        question: text,
        hint,
        isHarvest: kind === 'harvest',
      })),
    ),
  }
}
