import { unitNameOn } from '#src/features/organization/core/succession.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { entriesOf } from '#src/platform/form.ts'
import type { SeeOther } from '#src/platform/page.ts'
import { waitsForAnswer } from '../../core/ownerless.ts'
import type { RequestSheet } from '../../core/sheets.ts'
import { type HandOver, handOverSheets } from '../../store/commands-hand-over.ts'
import { listSheets } from '../../store/queries.ts'
import { listExtensions } from '../../store/queries-extensions.ts'
import { roundAddress } from './addresses.ts'

/** A field of the form says which sheet it is about, and as it was when the form was opened. */
export const heirField = ({ id, revision }: Pick<RequestSheet, 'id' | 'revision'>) => `to ${id} ${revision}`

/** What was chosen and not carried out: the form comes back with it and says why. */
export type Undone = { problem: string; heirs: ReadonlyMap<string, string> }

/** Hands the chosen sheets over; where that cannot be, nothing chosen is lost. */
export async function handOver(
  context: Context,
  roundId: string,
  form: FormData,
): Promise<SeeOther | (Undone & { status: 409 | 422 })> {
  const chosen = chosenHeirs(form)
  const heirs = new Map(chosen.map(({ sheetId, unitId }) => [sheetId, unitId]))
  if (chosen.length === 0)
    return { status: 422, heirs, problem: '引き継ぐ課を、1枚以上のシートで選んでください' }
  const waiting = await waitingSubjects(context, roundId, heirs)
  if (waiting.length > 0)
    return {
      status: 422,
      heirs,
      problem: `先に、期限の延長の求めに返事をしてください（${waiting.join('、')}）。選んだ課は残っています`,
    }
  const outcome = await unlessStale(handOverSheets(context, { roundId, chosen }))
  if (!outcome.isStale) return { seeOther: `${roundAddress(roundId)}?notice=saved` }
  return { status: 409, heirs, problem: await changedWords(context, roundId, chosen) }
}

/** What the form chose, sheet by sheet; a sheet left open stays as it is. */
function chosenHeirs(form: FormData): HandOver[] {
  return [...form.keys()].flatMap((name) => {
    const [to, sheetId = '', revision = ''] = name.split(' ')
    const [unitId = ''] = entriesOf(form, name)
    return to === 'to' && unitId !== '' ? [{ sheetId, revision: Number(revision), unitId }] : []
  })
}

async function waitingSubjects(context: Context, roundId: string, heirs: Undone['heirs']): Promise<string[]> {
  const extensions = await listExtensions(context, roundId)
  return (await listSheets(context, { roundId }))
    .filter((sheet) => heirs.has(sheet.id) && waitsForAnswer(sheet, extensions))
    .map(({ subject }) => `「${subject}」`)
}

/** Which of the chosen sheets somebody else changed meanwhile, and which section has each now. */
async function changedWords(context: Context, roundId: string, chosen: readonly HandOver[]) {
  const units = await listUnits(context)
  const today = tokyoDay(context.now)
  const known = new Map(chosen.map(({ sheetId, revision }) => [sheetId, revision]))
  const changed = (await listSheets(context, { roundId })).filter(
    ({ id, revision }) => known.has(id) && known.get(id) !== revision,
  )
  const words = changed.map(
    ({ subject, unitId }) =>
      `「${subject}」（いまの課：${unitNameOn(units, unitId, today) ?? '決まっていません'}）`,
  )
  return `ほかの人が先に変えたシートがあるので、まだ何も引き継いでいません：${words.join('、')}。選んだ課は残っています。確かめて、もう一度押してください`
}
