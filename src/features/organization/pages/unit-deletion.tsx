import { mayDo } from '#src/platform/authorize.ts'
import { page } from '#src/platform/page.ts'
import { permissions } from '../core/permissions.ts'
import { deleteUnit } from '../store/commands.ts'
import { getUnit, listUnitUses } from '../store/queries.ts'
import { unitAddress } from './parts/change-words.ts'
import { findPlanUses } from './parts/plan-uses.ts'
import { Warning } from './parts/warning.tsx'

/** Before a unit goes: what speaks of it. Only one that nothing speaks of can go; others are abolished. */
export const unitDeletionPage = page('/staff/organization/units/:unitId/deletion', {
  audience: 'staff',
  async show(context, { params: { unitId } }) {
    const { name } = await getUnit(context, unitId)
    const uses = [...(await listUnitUses(context, unitId)), ...(await findPlanUses(context, unitId))]
    return {
      title: `「${name}」を消す`,
      crumbs: [
        { label: '組織・職員', href: '/staff/organization' },
        { label: name, href: unitAddress(unitId) },
      ],
      body: (
        <Deletion
          name={name}
          unitId={unitId}
          uses={uses}
          mayDelete={mayDo(context.actor, permissions, 'delete-unit')}
        />
      ),
    }
  },
  async submit(context, { params: { unitId } }) {
    await deleteUnit(context, { unitId, findUses: findPlanUses })
    return { seeOther: '/staff/organization?notice=removed' }
  },
})

type DeletionProps = { name: string; unitId: string; uses: readonly string[]; mayDelete: boolean }
const mostUses = 30

function Deletion({ name, unitId, uses, mayDelete }: DeletionProps) {
  if (uses.length > 0) {
    return (
      <>
        <h1>「{name}」は消せません</h1>
        <div class="l-flow l-gap">
          <p>次のところで使われています（{uses.length}件）。</p>
          <ul class="sb-list">
            {uses.slice(0, mostUses).map((use) => (
              <li key={use}>{use}</li>
            ))}
          </ul>
          {uses.length > mostUses && <p>ほか{uses.length - mostUses}件</p>}
          <p>
            なくなる組織は、消さずに
            <a href={`/staff/organization/reorganization?form=abolished&unit=${unitId}#form`}>廃止</a>
            します。過去の計画の担当課が、読めるままになります。
          </p>
          <p>
            <a href={unitAddress(unitId)}>「{name}」に戻る</a>
          </p>
        </div>
      </>
    )
  }
  return (
    <>
      <h1>「{name}」を消す</h1>
      <div class="l-flow l-gap">
        <Warning>消すと、元に戻せません。この組織は、どこからも使われていません。</Warning>
        {!mayDelete && <p>消せるのは、企画（事務局）です。</p>}
        <form method="post" class="l-cluster">
          {mayDelete && (
            <button class="dads-button" type="submit">
              「{name}」を消す
            </button>
          )}
          <a href={unitAddress(unitId)}>やめる</a>
        </form>
      </div>
    </>
  )
}
