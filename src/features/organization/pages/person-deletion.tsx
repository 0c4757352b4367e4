import { authorize } from '#src/platform/authorize.ts'
import { page } from '#src/platform/page.ts'
import { permissions } from '../core/permissions.ts'
import { deletePerson } from '../store/people-commands.ts'
import { getPerson } from '../store/queries.ts'
import { Warning } from './parts/warning.tsx'

/** Before a person goes: who it is, and that nothing brings the name back. */
export const personDeletionPage = page('/staff/organization/people/:personId/deletion', {
  audience: 'staff',
  async show(context, { params: { personId } }) {
    authorize(context, permissions, 'change-people')
    const { name, posts } = await getPerson(context, personId)
    return {
      title: `「${name}」を消す`,
      crumbs: [
        { label: '組織・職員', href: '/staff/organization' },
        { label: '職員', href: '/staff/organization/people' },
        { label: name, href: `/staff/organization/people/${personId}` },
      ],
      body: (
        <>
          <h1>「{name}」を消す</h1>
          <div class="l-flow l-gap">
            <Warning>
              氏名と、職{posts.length}
              件の記録を消します。元に戻せません。異動や退職のときは、消さずに、職に最後の日を書きます。
            </Warning>
            <form method="post" class="l-cluster">
              <button class="dads-button" type="submit">
                「{name}」を消す
              </button>
              <a href={`/staff/organization/people/${personId}`}>やめる</a>
            </form>
          </div>
        </>
      ),
    }
  },
  async submit(context, { params: { personId } }) {
    await deletePerson(context, { personId })
    return { seeOther: '/staff/organization/people?notice=removed' }
  },
})
