import { answerWords } from '../answer-words.ts'
import type { References } from '../references.ts'
import type { RequestRound, RequestSheet } from '../sheets.ts'
import type { Beside } from './beside-sheet.ts'

type Known = {
  round: RequestRound
  sheets: readonly RequestSheet[]
  references: References
  /** Every round, the newest first. */
  rounds: readonly RequestRound[]
  /** The sheets of these rounds the person may read. */
  all: readonly RequestSheet[]
}

/**
 * 前回の回答: what was accepted the last time about the same subject in a sheet of the same type, where it is not what stands
 * in the sheet now.
 */
export function answersBefore({ round, sheets, references, rounds, all }: Known): Beside[] {
  const earlier = rounds
    .slice(rounds.findIndex(({ id }) => id === round.id) + 1)
    .filter(({ sheetType }) => sheetType === round.sheetType)
  return sheets.flatMap((sheet) => {
    const isSame = (one: RequestSheet) =>
      one.state === 'accepted' && one.subjectId === sheet.subjectId && one.unitId === sheet.unitId
    for (const before of earlier) {
      const found = all.find((one) => one.roundId === before.id && isSame(one))
      if (!found) continue
      return before.fields.flatMap((field): Beside[] => {
        const words = answerWords(field, found.answers[field.id] ?? '', references)
        if (words === '' || found.answers[field.id] === sheet.answers[field.id]) return []
        return [{ sheetId: sheet.id, topic: `前回の回答（${before.title}）\n${field.label}`, words }]
      })
    }
    return []
  })
}
