import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen, type SeeOther } from '#src/platform/page.ts'
import type { VersionRow } from '#src/ui/both-versions.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { isHeldOn } from '../core/people.ts'
import { permissions } from '../core/permissions.ts'
import { unitForm, unitProblems } from '../core/unit-rules.ts'
import { type OrganizationUnit, unitKindLabels } from '../core/units.ts'
import { changeUnit, moveUnit } from '../store/commands.ts'
import { getUnit, listPeople, listUnits } from '../store/queries.ts'
import { unitAddress } from './parts/change-words.ts'
import { enteredOfUnit } from './parts/unit-fields.tsx'
import { CorrectUnit, UnitActs, UnitFacts, UnitTitle } from './parts/unit-view.tsx'

/** One unit: where it stands, where it came from and went, its acts, and the correction of mistakes. */
export const unitPage = page('/staff/organization/units/:unitId', {
  audience: 'staff',
  async show(context, { params }) {
    const unit = await getUnit(context, params.unitId)
    return screen(context, { unit, entered: enteredOfUnit(unit), problems: {} })
  },
  async submit(context, { params: { unitId } }, form) {
    const act = form.get('act')
    if (act === 'up' || act === 'down') {
      await moveUnit(context, { unitId, direction: act })
      return { seeOther: `${unitAddress(unitId)}?notice=reordered` }
    }
    return correct(context, unitId, form)
  },
})

async function correct(context: Context, unitId: string, form: FormData): Promise<Screen | SeeOther> {
  const unit = await getUnit(context, unitId)
  const read = readForm(unitForm, form)
  const { entered } = read
  const problems = read.problems ?? unitProblems(await listUnits(context), read.values, unitId)
  if (read.problems || Object.keys(problems).length > 0) {
    return { ...(await screen(context, { unit, entered, problems })), status: 422 }
  }
  const revision = Number(entered['revision'])
  const outcome = await unlessStale(changeUnit(context, { unitId, revision, content: read.values }))
  if (!outcome.isStale) return { seeOther: `${unitAddress(unitId)}?notice=saved` }
  const now = await getUnit(context, unitId)
  const rows = versionRows(await listUnits(context), enteredOfUnit(now), entered)
  return { ...(await screen(context, { unit: now, entered, problems: {}, rows })), status: 409 }
}

function versionRows(units: readonly OrganizationUnit[], saved: Entered, typed: Entered): VersionRow[] {
  const nameOf = (id: string | undefined) => units.find((unit) => unit.id === id)?.name ?? ''
  const kindOf = (kind: string | undefined) => unitKindLabels[kind as OrganizationUnit['kind']] ?? ''
  const row = (label: string, name: string, words = (value: string | undefined) => value ?? '') => ({
    label,
    saved: words(saved[name]),
    typed: words(typed[name]),
  })
  return [
    row('名前', 'name'),
    row('種類', 'kind', kindOf),
    row('上の組織', 'parentId', nameOf),
    row('設置の日', 'validFrom'),
    row('最後の日', 'validTo'),
  ]
}

type State = { unit: OrganizationUnit; entered: Entered; problems: Problems; rows?: readonly VersionRow[] }

async function screen(context: Context, state: State): Promise<Screen> {
  const { unit, problems, rows } = state
  const units = await listUnits(context)
  const today = tokyoDay(context.now)
  const may = (action: keyof typeof permissions) => mayDo(context.actor, permissions, action)
  const people = may('read-people') ? await listPeople(context) : []
  const holders = people.flatMap((person) =>
    person.posts
      .filter((post) => post.unitId === unit.id && isHeldOn(post, today))
      .map((post) => ({ person, post })),
  )
  return {
    title: unit.name,
    crumbs: [{ label: '組織・職員', href: '/staff/organization' }],
    body: (
      <>
        <FormHead problems={problems} rows={rows} />
        <UnitTitle unit={unit} today={today} />
        <UnitFacts
          unit={unit}
          units={units}
          today={today}
          holders={may('read-people') ? holders : undefined}
        />
        {may('change-unit') && (
          <>
            <UnitActs unit={unit} units={units} today={today} mayDelete={may('delete-unit')} />
            <CorrectUnit {...state} units={units} today={today} />
          </>
        )}
      </>
    ),
  }
}
