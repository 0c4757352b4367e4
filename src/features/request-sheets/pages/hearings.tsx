import { unitNameOn } from '#src/features/organization/core/succession.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { getOwner } from '#src/features/organization/store/queries-ownership.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal, unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { slotsForm } from '../core/hearing-slots.ts'
import { mayFillSheet, permissions } from '../core/permissions.ts'
import { addSlots, freeSlot, removeSlot, takeSlot } from '../store/commands-hearings.ts'
import { getRound, listSheets } from '../store/queries.ts'
import { listSlots } from '../store/queries-hearings.ts'
import { hearingsAddress, roundAddress, sheetsCrumb } from './parts/addresses.ts'
import { HearingsView } from './parts/hearings-view.tsx'
import { roundFacts } from './parts/round-facts.ts'

/** ヒアリングの枠: made by the secretariat, taken by the sections; the record is the sheet itself. */
export const hearingsPage = page('/staff/sheets/rounds/:roundId/hearings', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params.roundId, {}),
  async submit(context, { params: { roundId } }, form) {
    const entered = enteredIn(form)
    const [act = '', slotId = ''] = (entered['act'] ?? '').split(' ')
    const here = `${hearingsAddress(roundId)}?notice=saved`
    if (act === 'add') {
      const read = readForm(slotsForm, form)
      if (read.problems)
        return { ...(await screen(context, roundId, { entered, problems: read.problems })), status: 422 }
      const count = await addSlots(context, { roundId, ...read.values })
      if (count > 0) return { seeOther: `${hearingsAddress(roundId)}?notice=added` }
      const problems = { endsAt: '始まりと終わりの間に、新しい枠が1つも入りません' }
      return { ...(await screen(context, roundId, { entered, problems })), status: 422 }
    }
    const slot = { slotId, revision: Number(entered[`revision ${slotId}`]) }
    const saving =
      act === 'take'
        ? takeSlot(context, { ...slot, sheetId: entered[`sheet ${slotId}`] ?? '' })
        : act === 'free'
          ? freeSlot(context, slot)
          : removeSlot(context, slot)
    const outcome = await unlessStale(saving)
    if (!outcome.isStale) return { seeOther: here }
    return { ...(await screen(context, roundId, { isStale: true })), status: 409 }
  },
})

type State = { entered?: Entered; problems?: Problems; isStale?: boolean }

async function screen(context: Context, roundId: string, state: State): Promise<Screen> {
  const round = await getRound(context, roundId)
  if (round.sheetType !== 'hearing') throw new Refusal('not-found', 'ヒアリングの依頼ではありません')
  const sheets = await listSheets(context, { roundId })
  const slots = await listSlots(context, roundId)
  const placed = new Set(slots.flatMap(({ sheetId }) => sheetId ?? []))
  const [units, owner] = [await listUnits(context), await getOwner(context)]
  const today = tokyoDay(context.now)
  return {
    title: `ヒアリングの枠：${round.title}`,
    facts: roundFacts(round),
    crumbs: [sheetsCrumb, { label: round.title, href: roundAddress(roundId) }],
    body: (
      <HearingsView
        slots={slots}
        sheets={sheets}
        own={sheets
          .filter((sheet) => mayFillSheet(owner, sheet))
          .filter(({ state }) => state === 'sent' || state === 'returned')
          .sort((a, b) => Number(placed.has(a.id)) - Number(placed.has(b.id)))}
        nameOf={(unitId) => unitNameOn(units, unitId, today) ?? '廃止された組織'}
        mayKeep={mayDo(context.actor, permissions, 'keep-hearing-slots')}
        entered={state.entered ?? {}}
        problems={state.problems ?? {}}
        isStale={state.isStale ?? false}
      />
    ),
  }
}
