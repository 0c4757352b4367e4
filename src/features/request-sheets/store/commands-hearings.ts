import { getOwner } from '#src/features/organization/store/queries-ownership.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { type HearingSlot, type SlotsForm, slotTimes } from '../core/hearing-slots.ts'
import { mayFillSheet, permissions } from '../core/permissions.ts'
import { openFields, type RequestRound } from '../core/sheets.ts'
import { slotWords } from '../core/slot-words.ts'
import { getRound, getSheet } from './queries.ts'
import { findSlotOf, getSlot, listSlots } from './queries-hearings.ts'
import { writeAnswers } from './rows.ts'
import { tables } from './tables.ts'

/** 枠をつくる: a day divided into slots. Returns how many. */
export const addSlots = command(
  permissions,
  'keep-hearing-slots',
  async (context, { roundId, ...form }: SlotsForm & { roundId: string }) => {
    const round = await getRound(context, roundId)
    if (round.sheetType !== 'hearing')
      throw new Refusal('conflict', '枠は、ヒアリングシートの依頼につくります')
    const taken = new Set(
      (await listSlots(context, roundId)).map(({ heldOn, startsAt }) => `${heldOn} ${startsAt}`),
    )
    const times = slotTimes(form).filter(({ startsAt }) => !taken.has(`${form.heldOn} ${startsAt}`))
    for (const time of times) {
      await tables(context)
        .insertInto('hearingSlots')
        .values({
          id: context.newId('hq'),
          roundId,
          heldOn: form.heldOn,
          place: form.place,
          ...time,
          sheetId: null,
          revision: 1,
        })
        .execute()
    }
    return times.length
  },
)

type OfSlot = { slotId: string; revision: number }

/** 枠を消す: only one that nobody took. */
export const removeSlot = command(
  permissions,
  'keep-hearing-slots',
  async (context, { slotId, revision }: OfSlot) => {
    const slot = await getSlot(context, slotId)
    refuseIfStale(slot, revision)
    if (slot.sheetId) throw new Refusal('conflict', '選ばれている枠は消せません。先に空けてください')
    await tables(context).deleteFrom('hearingSlots').where('id', '=', slotId).execute()
  },
)

/** 枠を選ぶ: a section for its own sheet, or the secretariat for it. The slot it had before becomes free. */
export const takeSlot = command(
  permissions,
  'take-hearing-slot',
  async (context, { slotId, revision, sheetId }: OfSlot & { sheetId: string }) => {
    const { sheet, round } = await ownSheet(context, sheetId)
    const slot = await getSlot(context, slotId)
    if (slot.roundId !== sheet.roundId) throw new Refusal('not-found', 'この依頼の枠ではありません')
    refuseIfStale(slot, revision)
    if (slot.sheetId) throw new Refusal('conflict', 'この枠は、ほかの課が先に選びました')
    const before = await findSlotOf(context, sheetId)
    if (before) await writeSlot(context, before, null)
    await writeSlot(context, slot, sheetId)
    const field = timeField(round, sheet)
    if (field) await writeAnswers(context, { sheet, answers: { [field.id]: slotWords(slot) }, way: 'screen' })
  },
)

/** 枠を空ける. */
export const freeSlot = command(
  permissions,
  'take-hearing-slot',
  async (context, { slotId, revision }: OfSlot) => {
    const slot = await getSlot(context, slotId)
    refuseIfStale(slot, revision)
    if (!slot.sheetId) throw new Refusal('conflict', 'この枠は空いています')
    const { sheet, round } = await ownSheet(context, slot.sheetId)
    await writeSlot(context, slot, null)
    const field = timeField(round, sheet)
    if (field) await writeAnswers(context, { sheet, answers: { [field.id]: '' }, way: 'screen' })
  },
)

async function ownSheet(context: Context, sheetId: string) {
  const known = await getSheet(context, sheetId)
  if (!mayFillSheet(await getOwner(context), known.sheet))
    throw new Refusal('forbidden', '枠を選べるのは、依頼された課と事務局です')
  if (known.sheet.state !== 'sent' && known.sheet.state !== 'returned')
    throw new Refusal('conflict', 'ヒアリングの記録がすでに確かめられています')
  return known
}

/** The field of the record that says when; written only while it is open. */
const timeField = (round: RequestRound, sheet: Parameters<typeof openFields>[0]) =>
  openFields(sheet, round.fields).find(({ prefill }) => prefill === 'hearingTime')

async function writeSlot(context: Context, slot: HearingSlot, sheetId: string | null) {
  await tables(context)
    .updateTable('hearingSlots')
    .set({ sheetId, revision: slot.revision + 1 })
    .where('id', '=', slot.id)
    .execute()
}
