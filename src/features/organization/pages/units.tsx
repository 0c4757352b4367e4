import { writeCsv } from '#src/lib/csv/csv.ts'
import { eraDayDual, fiscalYearDual, fiscalYearOf, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { FormHead } from '#src/ui/form-head.tsx'
import { Banner } from '#src/ui/parts.tsx'
import { isHeldOn } from '../core/people.ts'
import { permissions } from '../core/permissions.ts'
import { dayProblem, readDay } from '../core/read-day.ts'
import { changeDays } from '../core/reorganization.ts'
import { unitTable } from '../core/unit-import.ts'
import { unitForm, unitProblems } from '../core/unit-rules.ts'
import type { OrganizationUnit } from '../core/units.ts'
import { addUnit } from '../store/commands.ts'
import { listPeople, listUnits } from '../store/queries.ts'
import { OrganizationTabs } from './parts/organization-tabs.tsx'
import { AboutUnits, AddUnit, ComingChanges, DayForm, UnitsOfDay } from './parts/units-view.tsx'

/** 組織: the units of a day as a tree, what is prepared for later, and a form for another unit. */
export const unitsPage = page('/staff/organization', {
  audience: 'staff',
  show: (context, { url }) => screen(context, url),
  async submit(context, { url }, form) {
    const read = readForm(unitForm, form)
    const problems = read.problems ?? unitProblems(await listUnits(context), read.values)
    if (read.problems || Object.keys(problems).length > 0) {
      return { ...(await screen(context, url, { entered: read.entered, problems })), status: 422 }
    }
    await addUnit(context, read.values)
    return { seeOther: '/staff/organization?notice=added' }
  },
})

/** The units of a day as a table that the import reads again. */
export const unitsCsv = page('/staff/organization/units.csv', {
  audience: 'staff',
  async show(context, { url }) {
    const { day } = dayAsked(url, tokyoDay(context.now))
    return {
      file: writeCsv(unitTable(await listUnits(context), day)),
      contentType: 'text/csv; charset=utf-8',
      fileName: `組織-${day}.csv`,
    }
  },
})

/** The day the address asks for: a day as typed, the first day of a fiscal year, else today. */
function dayAsked(url: URL, today: string): { day: string; typed: string; isWrong: boolean } {
  const typed = url.searchParams.get('on') ?? ''
  const year = url.searchParams.get('year') ?? ''
  if (typed.trim() !== '') {
    const day = readDay(typed)
    return { day: day ?? today, typed, isWrong: day === undefined }
  }
  const day = /^\d{4}$/.test(year) ? `${year}-04-01` : today
  return { day, typed: '', isWrong: false }
}

/** The fiscal years in which something changed, this year and the next, newest first. */
function fiscalYearChoices(units: readonly OrganizationUnit[], today: string) {
  const thisYear = fiscalYearOf(today)
  const years = new Set([...changeDays(units, '').map(fiscalYearOf), thisYear, thisYear + 1])
  return [...years]
    .sort((a, b) => b - a)
    .map((year) => ({ value: String(year), label: `${fiscalYearDual(year)}の初め` }))
}

type State = { entered: Entered; problems: Problems }

async function screen(
  context: Context,
  url: URL,
  state: State = { entered: {}, problems: {} },
): Promise<Screen> {
  const units = await listUnits(context)
  const today = tokyoDay(context.now)
  const asked = dayAsked(url, today)
  const view = { units, today, ...asked, ...state }
  const counts = await countPeople(context, asked.day)
  const mayChange = mayDo(context.actor, permissions, 'add-unit')
  return {
    title: '組織・職員',
    body: (
      <>
        <FormHead problems={state.problems} />
        {asked.isWrong && <Banner tone="error" title={`${dayProblem}。今日の組織を表示しています。`} />}
        <div class="sb-title l-gap">
          <h1>組織・職員</h1>
        </div>
        <OrganizationTabs actor={context.actor} current="/staff/organization" />
        <DayForm
          {...view}
          years={fiscalYearChoices(units, today)}
          year={url.searchParams.get('year') ?? ''}
        />
        <UnitsOfDay {...view} counts={counts} mayChange={mayChange} title={eraDayDual(asked.day)} />
        <ComingChanges units={units} today={today} mayChange={mayChange} />
        {mayChange && <AddUnit {...view} />}
        <AboutUnits />
      </>
    ),
  }
}

/** How many people hold a post in each unit that day; none for those who may not read people. */
async function countPeople(context: Context, day: string): Promise<ReadonlyMap<string, number>> {
  if (!mayDo(context.actor, permissions, 'read-people')) return new Map()
  const held = (await listPeople(context)).flatMap(({ posts }) => [
    ...new Set(posts.filter((post) => isHeldOn(post, day)).map(({ unitId }) => unitId ?? '')),
  ])
  return new Map([...Map.groupBy(held, (unitId) => unitId)].map(([id, all]) => [id, all.length]))
}
