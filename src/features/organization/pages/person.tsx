import { hashOf } from '#src/formats/canonical-json.ts'
import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import type { VersionRow } from '#src/ui/both-versions.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { type Person, type PostKind, postKindLabels } from '../core/people.ts'
import { permissions } from '../core/permissions.ts'
import { enteredOfPerson, postRows, readPerson } from '../core/person-form.ts'
import { unitNameOn } from '../core/succession.ts'
import type { OrganizationUnit } from '../core/units.ts'
import { addPerson, changePerson } from '../store/people-commands.ts'
import { getPerson, listPeople, listUnits } from '../store/queries.ts'
import { PersonFacts, PersonForm } from './parts/person-view.tsx'

const crumbs = [
  { label: '組織・職員', href: '/staff/organization' },
  { label: '職員', href: '/staff/organization/people' },
]

const unitIdsOf = async (context: Context) => new Set((await listUnits(context)).map(({ id }) => id))

export const newPersonPage = page('/staff/organization/people/new', {
  audience: 'staff',
  async show(context) {
    authorize(context, permissions, 'change-people')
    return screen(context, { entered: enteredOfPerson({ name: '', kana: '', posts: [] }), problems: {} })
  },
  async submit(context, _visit, form) {
    const entered = enteredIn(form)
    const read = await readNewPerson(context, entered)
    if (read.problems)
      return { ...(await screen(context, { entered, problems: read.problems })), status: 422 }
    const personId = await addPerson(context, read.values)
    return { seeOther: `/staff/organization/people/${personId}?notice=added` }
  },
})

/** The same button pressed twice must not make the same person twice. */
async function readNewPerson(context: Context, entered: Entered) {
  const read = readPerson(entered, await unitIdsOf(context))
  if (read.problems) return read
  const words = hashOf(read.values)
  const isKnown = (await listPeople(context)).some(
    ({ name, kana, posts }) => hashOf({ name, kana, posts }) === words,
  )
  if (!isKnown) return read
  return { problems: { name: '同じ氏名、よみ、職の人が、すでに登録されています' } }
}

/** One person with all posts, past ones too. */
export const personPage = page('/staff/organization/people/:personId', {
  audience: 'staff',
  async show(context, { params }) {
    const person = await getPerson(context, params.personId)
    return screen(context, { person, entered: enteredOfPerson(person), problems: {} })
  },
  async submit(context, { params: { personId } }, form) {
    const entered = enteredIn(form)
    const person = await getPerson(context, personId)
    const read = readPerson(entered, await unitIdsOf(context))
    if (read.problems) {
      return { ...(await screen(context, { person, entered, problems: read.problems })), status: 422 }
    }
    const change = { personId, revision: Number(entered['revision']), content: read.values }
    const outcome = await unlessStale(changePerson(context, change))
    if (!outcome.isStale) return { seeOther: `/staff/organization/people/${personId}?notice=saved` }
    const now = await getPerson(context, personId)
    const rows = versionRows(await listUnits(context), enteredOfPerson(now), entered)
    return { ...(await screen(context, { person: now, entered, problems: {}, rows })), status: 409 }
  },
})

function versionRows(units: readonly OrganizationUnit[], saved: Entered, typed: Entered): VersionRow[] {
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const postIn = (entered: Entered, row: number) => {
    const cell = (name: string) => entered[`${name}-${row}`] ?? ''
    if (!cell('title')) return ''
    const unit = cell('unitId') ? (names.get(cell('unitId')) ?? '') : '（市全体）'
    const kind = postKindLabels[cell('kind') as PostKind] ?? ''
    return `${unit} ${cell('title')}（${kind}、${cell('validFrom')}から${cell('validTo')}）`
  }
  const count = Math.max(...postRows(saved), ...postRows(typed))
  const posts = Array.from({ length: count }, (_, position) => ({
    label: `職 ${position + 1}`,
    saved: postIn(saved, position + 1),
    typed: postIn(typed, position + 1),
  }))
  return [
    { label: '氏名', saved: saved['name'] ?? '', typed: typed['name'] ?? '' },
    { label: 'よみ', saved: saved['kana'] ?? '', typed: typed['kana'] ?? '' },
    ...posts,
  ]
}

type State = { person?: Person; entered: Entered; problems: Problems; rows?: readonly VersionRow[] }

async function screen(context: Context, state: State): Promise<Screen> {
  const { person, problems, rows } = state
  const units = await listUnits(context)
  const today = tokyoDay(context.now)
  const mayChange = mayDo(context.actor, permissions, 'change-people')
  const title = person ? person.name : '職員を加える'
  const history = person?.posts.map((post) => ({
    post,
    unit: post.unitId ? (unitNameOn(units, post.unitId, today) ?? '') : '（市全体）',
    days: `${eraDay(post.validFrom)}から${post.validTo ? `${eraDay(post.validTo)}まで` : ''}`,
  }))
  return {
    title,
    crumbs,
    body: (
      <>
        <FormHead problems={problems} rows={rows} />
        <div class="sb-title">
          <h1>{title}</h1>
        </div>
        {mayChange ? (
          <PersonForm {...state} units={units} today={today} />
        ) : (
          <PersonFacts kana={person?.kana ?? ''} history={history ?? []} />
        )}
      </>
    ),
  }
}
