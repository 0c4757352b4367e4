import { writeCsv } from '#src/lib/csv/csv.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { page } from '#src/platform/page.ts'
import { AboutScreen } from '#src/ui/parts.tsx'
import { filterPeople } from '../core/people.ts'
import { peopleTable } from '../core/people-import.ts'
import { permissions } from '../core/permissions.ts'
import { listPeople, listUnits } from '../store/queries.ts'
import { OrganizationTabs } from './parts/organization-tabs.tsx'
import { PeopleFilterForm, PeopleList } from './parts/people-view.tsx'

/** 職員: who holds which post in which unit today. */
export const peoplePage = page('/staff/organization/people', {
  audience: 'staff',
  async show(context, { url }) {
    const view = await peopleAsked(context, url)
    const mayChange = mayDo(context.actor, permissions, 'change-people')
    return {
      title: '職員',
      crumbs: [{ label: '組織・職員', href: '/staff/organization' }],
      body: (
        <>
          <div class="sb-title">
            <h1>職員</h1>
            {mayChange && (
              <a class="dads-button dads-button--secondary" href="/staff/organization/people/new">
                職員を加える
              </a>
            )}
          </div>
          <OrganizationTabs actor={context.actor} current="/staff/organization/people" />
          <PeopleFilterForm {...view} />
          <PeopleList {...view} mayChange={mayChange} />
          <AboutScreen>
            <p>
              ここには氏名と職だけを置きます。住所や電話番号は置きません。サインインする権限は「アカウント」で決めます。
            </p>
          </AboutScreen>
        </>
      ),
    }
  },
})

/** The people of the list, with all their posts, as a table that the import reads again. */
export const peopleCsv = page('/staff/organization/people.csv', {
  audience: 'staff',
  async show(context, { url }) {
    const { found, units, today } = await peopleAsked(context, url)
    return {
      file: writeCsv(peopleTable(found, units)),
      contentType: 'text/csv; charset=utf-8',
      fileName: `職員-${today}.csv`,
    }
  },
})

/** The people the address asks for, and the page of the list. */
async function peopleAsked(context: Context, url: URL) {
  const people = await listPeople(context)
  const units = await listUnits(context)
  const today = tokyoDay(context.now)
  const words = (url.searchParams.get('words') ?? '').slice(0, 100)
  const unitId = url.searchParams.get('unit') ?? ''
  const found = filterPeople(people, { words, unitId, day: today })
  const number = Number(url.searchParams.get('page') ?? '1')
  return { total: people.length, found, units, today, words, unitId, number }
}
