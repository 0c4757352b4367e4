import { listBodies } from '#src/features/deliberation/store/queries.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import { page } from '#src/platform/page.ts'
import { AboutScreen } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { isValidOn } from '../core/units.ts'
import { listAssignments } from '../store/queries-subcommittees.ts'
import { OrganizationTabs } from './parts/organization-tabs.tsx'
import { subjectsOf } from './parts/subcommittee-subjects.ts'
import { SubcommitteeList, Unassigned } from './parts/subcommittee-view.tsx'

export const subcommitteesAddress = '/staff/organization/subcommittees'

/** 専門部会の受け持ち: which subcommittee answers for what today, and who reviews in it. */
export const subcommitteesPage = page(subcommitteesAddress, {
  audience: 'staff',
  async show(context) {
    authorize(context, permissions, 'read-subcommittees')
    const bodies = (await listBodies(context)).filter(({ kind }) => kind === 'subcommittee')
    const today = tokyoDay(context.now)
    const valid = (await listAssignments(context)).filter((one) => isValidOn(one, today))
    const subjects = await subjectsOf(context)
    return {
      title: '専門部会の受け持ち',
      crumbs: [{ label: '組織・職員', href: '/staff/organization' }],
      body: (
        <>
          <div class="sb-title">
            <h1>専門部会の受け持ち</h1>
          </div>
          <OrganizationTabs actor={context.actor} current={subcommitteesAddress} />
          <SubcommitteeList bodies={bodies} assignments={valid} subjects={subjects} />
          {bodies.length > 0 && <Unassigned assignments={valid} subjects={subjects} />}
          <AboutScreen>
            <p>
              専門部会の役割があるアカウントは、その職員がいる部会の分野の依頼シートだけを読み、意見を書けます。
              分野は、部会が受け持つ政策（その下の施策も）と、組織（その下の組織と、引き継いだ前の組織も）です。
            </p>
            <p>
              部会そのものは「会議体と委員」に加えます。外部の委員に見せるときは「会議体の委員に示す」を使います。
            </p>
          </AboutScreen>
        </>
      ),
    }
  },
})
