import { eraDayDual, fiscalYearOf, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, enteredIn, entriesOf, type Problems } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { FormHead } from '#src/ui/form-head.tsx'
import { Banner, Section } from '#src/ui/parts.tsx'
import { dayBefore } from '../core/neighbour-days.ts'
import { permissions } from '../core/permissions.ts'
import { dayProblem, readDay } from '../core/read-day.ts'
import { changesOn } from '../core/reorganization.ts'
import {
  type ReorganizationForm,
  readReorganization,
  reorganizationForms,
} from '../core/reorganization-form.ts'
import { isValidOn } from '../core/units.ts'
import { listPeople, listUnits } from '../store/queries.ts'
import { reorganize } from '../store/reorganization-commands.ts'
import { reorganizationAddress } from './parts/change-words.ts'
import { OrganizationTabs } from './parts/organization-tabs.tsx'
import { listPlanUses, mayReadPlans } from './parts/plan-uses.ts'
import { AboutReorganization, DayChooser } from './parts/reorganization-day.tsx'
import { Effects, Homeless, OldAndNew } from './parts/reorganization-effects.tsx'
import { ReorganizationForms } from './parts/reorganization-forms.tsx'
import type { Surroundings } from './parts/reorganization-props.ts'
import { ChangeList } from './parts/units-view.tsx'

/** 組織改編: old and new side by side on one day, and the forms that prepare a change. */
export const reorganizationPage = page('/staff/organization/reorganization', {
  audience: 'staff',
  show(context, { url }) {
    const asked = askedFor(url, tokyoDay(context.now))
    const unit = url.searchParams.get('unit') ?? ''
    return screen(context, { ...asked, unitIds: unit ? [unit] : [], entered: {}, problems: {} })
  },
  async submit(context, { url }, form) {
    const entered = enteredIn(form)
    const unitIds = entriesOf(form, 'unit')
    const asked = askedFor(url, tokyoDay(context.now))
    const chosen = formNamed(entered['form']) ?? 'renamed'
    const day = readDay(entered['day'] ?? '') ?? asked.day
    const sent = { form: chosen, firstDay: day, unitIds, entered }
    const read = readReorganization(await listUnits(context), sent)
    if (read.problems) {
      const state = { ...asked, day, form: chosen, unitIds, entered, problems: read.problems }
      return { ...(await screen(context, state)), status: 422 }
    }
    await reorganize(context, read.reorganization)
    return { seeOther: `${reorganizationAddress(day)}&notice=reorganized` }
  },
})

const formNamed = (name: string | null | undefined): ReorganizationForm | undefined =>
  name && name in reorganizationForms ? (name as ReorganizationForm) : undefined

/** The day and form the address asks for; the first of April to come unless told. */
function askedFor(url: URL, today: string) {
  const typed = url.searchParams.get('on') ?? ''
  const read = readDay(typed)
  return {
    typed,
    isWrong: typed !== '' && read === undefined,
    day: read ?? `${fiscalYearOf(today) + 1}-04-01`,
    form: formNamed(url.searchParams.get('form')),
  }
}

type State = ReturnType<typeof askedFor> & {
  unitIds: readonly string[]
  entered: Entered
  problems: Problems
}

async function surroundingsOf(context: Context): Promise<Surroundings> {
  return {
    units: await listUnits(context),
    people: mayDo(context.actor, permissions, 'read-people') ? await listPeople(context) : undefined,
    planUses: mayReadPlans(context) ? await listPlanUses(context) : undefined,
  }
}

async function screen(context: Context, state: State): Promise<Screen> {
  const { day, problems } = state
  const around = await surroundingsOf(context)
  const { units } = around
  const changes = changesOn(units, day)
  const mayChange = mayDo(context.actor, permissions, 'reorganize-units')
  const candidates = units.filter((unit) => isValidOn(unit, dayBefore(day)) && unit.validTo === undefined)
  return {
    title: '組織改編',
    crumbs: [{ label: '組織・職員', href: '/staff/organization' }],
    body: (
      <>
        <FormHead problems={problems} />
        <div class="sb-title">
          <h1>組織改編</h1>
        </div>
        <OrganizationTabs actor={context.actor} current="/staff/organization/reorganization" />
        {state.isWrong && (
          <Banner tone="error" title={`${dayProblem}。${eraDayDual(day)}を表示しています。`} />
        )}
        <DayChooser {...state} units={units} today={tokyoDay(context.now)} />
        <Section id="changes" title={`${eraDayDual(day)}に変わること（${changes.length}件）`}>
          {changes.length === 0 && <p class="sb-sub">この日の改編は、まだ用意されていません。</p>}
          <ChangeList units={units} day={day} mayChange={mayChange} />
        </Section>
        {mayChange && <ReorganizationForms {...state} {...around} candidates={candidates} />}
        {changes.length > 0 && (
          <>
            <OldAndNew units={units} day={day} />
            <Homeless units={units} day={day} mayChange={mayChange} />
            <Effects {...around} changes={changes} />
          </>
        )}
        <AboutReorganization />
      </>
    ),
  }
}
