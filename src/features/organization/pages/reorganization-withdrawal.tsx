import { eraDayDual } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { page } from '#src/platform/page.ts'
import { readDay } from '../core/read-day.ts'
import { changesOn, takenBack, type UnitChange } from '../core/reorganization.ts'
import type { OrganizationUnit } from '../core/units.ts'
import { listUnits } from '../store/queries.ts'
import { withdrawReorganization } from '../store/reorganization-commands.ts'
import { changeInWords, reorganizationAddress } from './parts/change-words.ts'
import { findPlanUses } from './parts/plan-uses.ts'
import { Warning } from './parts/warning.tsx'

/** Before a change is taken back: which units go on, and which are no more. */
export const reorganizationWithdrawalPage = page('/staff/organization/reorganization/withdrawal', {
  audience: 'staff',
  async show(context, { url }) {
    const { day, change } = await changeAsked(context, url)
    return {
      title: '組織改編を取りやめる',
      crumbs: [
        { label: '組織・職員', href: '/staff/organization' },
        { label: '組織改編', href: reorganizationAddress(day) },
      ],
      body: <Withdrawal day={day} change={change} />,
    }
  },
  async submit(context, { url }) {
    const { day, unitId } = await changeAsked(context, url)
    await withdrawReorganization(context, { day, unitId, findUses: findPlanUses })
    return { seeOther: `${reorganizationAddress(day)}&notice=reorganization-withdrawn` }
  },
})

async function changeAsked(context: Context, url: URL) {
  const day = readDay(url.searchParams.get('on') ?? '') ?? ''
  const unitId = url.searchParams.get('unit') ?? ''
  const change = changesOn(await listUnits(context), day || '0001-01-02').find(
    ({ from, to }) =>
      from.length > 0 && [...from, ...to.map(({ unit }) => unit)].some(({ id }) => id === unitId),
  )
  return { day, unitId, change: found(change, '組織改編') }
}

const named = (units: readonly OrganizationUnit[]) =>
  units.map(({ name }) => `「${name}」`).join('') || 'なし'

function Withdrawal({ day, change }: { day: string; change: UnitChange }) {
  const { restored, removed } = takenBack(change, day)
  return (
    <>
      <h1>組織改編を取りやめる</h1>
      <div class="l-flow-l l-gap">
        <p>
          {eraDayDual(day)}の{changeInWords(change)}
        </p>
        <dl class="dads-description-list">
          <div>
            <dt>そのまま続く組織</dt>
            <dd>{named(restored)}</dd>
          </div>
          <div>
            <dt>できなくなる組織</dt>
            <dd>{named(removed)}</dd>
          </div>
        </dl>
        <Warning>
          できなくなる組織が、もう計画や職員で使われているときは、取りやめられません。その場合は何も変わりません。
        </Warning>
        <form method="post" class="l-cluster">
          <button class="dads-button" type="submit">
            この改編を取りやめる
          </button>
          <a href={reorganizationAddress(day)}>やめずに戻る</a>
        </form>
      </div>
    </>
  )
}
