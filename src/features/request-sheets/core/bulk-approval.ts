import { missingWords, type RequestRound, type RequestSheet } from './sheets.ts'

/** A sheet as the head saw it when ticking it. */
export type TickedSheet = { sheetId: string; revision: number }

export type ApprovalRow = { sheet: RequestSheet; round: RequestRound; problem: string | undefined }

/** Sheets waiting for the head's approval (承認待ち), with what stands in the way of each. */
export function approvalRows(
  sheets: readonly RequestSheet[],
  rounds: readonly RequestRound[],
): ApprovalRow[] {
  const byId = new Map(rounds.map((round) => [round.id, round]))
  return sheets
    .filter(({ state }) => state === 'sent' || state === 'returned')
    .flatMap((sheet) => {
      const round = byId.get(sheet.roundId)
      return round ? [{ sheet, round, problem: missingWords(sheet.answers, round.fields) }] : []
    })
}

/** What stands in the way of each sheet ticked, by its id; empty when all can be approved together. */
export function approvalProblems(rows: readonly ApprovalRow[], ticked: readonly TickedSheet[]) {
  const known = new Map(rows.map((row) => [row.sheet.id, row]))
  const problems = new Map<string, string>()
  for (const { sheetId, revision } of ticked) {
    const row = known.get(sheetId)
    if (!row) problems.set(sheetId, '承認を待っているシートではありません')
    else if (row.sheet.revision !== revision)
      problems.set(sheetId, '一覧を開いたあとに、ほかの人が保存しました。内容を確かめてください')
    else if (row.problem) problems.set(sheetId, row.problem)
  }
  return problems
}

/** `rs_…/4`, as a box of the list is sent. */
export const tickValue = ({ id, revision }: Pick<RequestSheet, 'id' | 'revision'>) => `${id}/${revision}`

export function tickedIn(values: readonly string[]): TickedSheet[] {
  return values.map((value) => {
    const [sheetId = '', revision] = value.split('/')
    return { sheetId, revision: Number(revision) }
  })
}
