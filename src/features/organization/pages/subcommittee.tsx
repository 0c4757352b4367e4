import { getBody } from '#src/features/deliberation/store/queries.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found, unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { FormHead } from '#src/ui/form-head.tsx'
import { permissions } from '../core/permissions.ts'
import {
  type AssignmentKind,
  assignmentForm,
  assignmentKinds,
  endingForm,
  isAssignedTwice,
} from '../core/subcommittees.ts'
import { assignToSubcommittee, endAssignment, withdrawAssignment } from '../store/commands-subcommittees.ts'
import { listAssignments } from '../store/queries-subcommittees.ts'
import { AssignmentForms, AssignmentTable } from './parts/assignment-view.tsx'
import { subjectsOf } from './parts/subcommittee-subjects.ts'
import { subcommitteesAddress } from './subcommittees.tsx'

/** One subcommittee: what it answers for and who reviews in it, from when to when. */
export const subcommitteePage = page('/staff/organization/subcommittees/:bodyId', {
  audience: 'staff',
  show: (context, { params, url }) =>
    screen(context, params.bodyId, { adding: kindNamed(url.searchParams.get('add')) }),
  async submit(context, { params: { bodyId } }, form) {
    const entered = enteredIn(form)
    const here = `${subcommitteesAddress}/${bodyId}`
    if (entered['act'] === 'end' || entered['act'] === 'withdraw') {
      const outcome = await end(context, entered, form)
      if ('notice' in outcome) return { seeOther: `${here}?notice=${outcome.notice}` }
      const { status, ...state } = outcome
      return { ...(await screen(context, bodyId, { entered, ...state })), status }
    }
    const problems = await assign(context, bodyId, form)
    if (!problems) return { seeOther: `${here}?notice=added` }
    const adding = kindNamed(entered['kind'])
    return { ...(await screen(context, bodyId, { adding, entered, problems })), status: 422 }
  },
})

const kindNamed = (name: string | null | undefined) => assignmentKinds.find((kind) => kind === name)

async function assign(context: Context, bodyId: string, form: FormData): Promise<Problems | undefined> {
  const body = await getSubcommittee(context, bodyId)
  const read = readForm(assignmentForm, form)
  if (read.problems) return read.problems
  const { kind, subjectId } = read.values
  const { choices } = await subjectsOf(context)
  if (!choices[kind].some(({ value }) => value === subjectId)) return { subjectId: '一覧から選んでください' }
  const given = { bodyId: body.id, ...read.values }
  if (isAssignedTwice(await listAssignments(context), given))
    return { subjectId: 'この部会に、同じ時期の同じ割り当てがあります' }
  await assignToSubcommittee(context, given)
  return undefined
}

type Ended = { notice: string } | { status: 409; isStale: true } | { status: 422; problems: Problems }

async function end(context: Context, entered: Entered, form: FormData): Promise<Ended> {
  const [assignmentId = '', revision] = (entered['assignment'] ?? '').split('/')
  const which = { assignmentId, revision: Number(revision) }
  if (entered['act'] === 'withdraw') {
    const outcome = await unlessStale(withdrawAssignment(context, which))
    return outcome.isStale ? { status: 409, isStale: true } : { notice: 'removed' }
  }
  const read = readForm(endingForm, form)
  if (read.problems) return { status: 422, problems: read.problems }
  const { lastOn } = read.values
  const known = (await listAssignments(context)).find(({ id }) => id === assignmentId)
  if (known && lastOn < known.validFrom)
    return { status: 422, problems: { lastOn: '最後の日が、はじまりの日より前になっています' } }
  const outcome = await unlessStale(endAssignment(context, { ...which, lastOn }))
  return outcome.isStale ? { status: 409, isStale: true } : { notice: 'saved' }
}

async function getSubcommittee(context: Context, bodyId: string) {
  const body = await getBody(context, bodyId)
  return found(body.kind === 'subcommittee' ? body : undefined, '専門部会')
}

type State = {
  adding?: AssignmentKind | undefined
  entered?: Entered
  problems?: Problems
  isStale?: boolean
}

async function screen(context: Context, bodyId: string, state: State): Promise<Screen> {
  authorize(context, permissions, 'read-subcommittees')
  const { name, id } = await getSubcommittee(context, bodyId)
  const own = (await listAssignments(context)).filter((one) => one.bodyId === id)
  const subjects = await subjectsOf(context)
  const today = tokyoDay(context.now)
  const { entered = {}, problems = {} } = state
  return {
    title: `${name}の受け持ち`,
    crumbs: [
      { label: '組織・職員', href: '/staff/organization' },
      { label: '専門部会の受け持ち', href: subcommitteesAddress },
    ],
    body: (
      <>
        <FormHead problems={problems} rows={state.isStale ? [] : undefined} />
        <h1>{name}の受け持ち</h1>
        <AssignmentTable assignments={own} subjects={subjects} today={today} />
        {mayDo(context.actor, permissions, 'assign-subcommittees') && (
          <AssignmentForms
            address={`${subcommitteesAddress}/${id}`}
            assignments={own}
            adding={state.adding}
            {...{ subjects, entered, problems, today }}
          />
        )}
      </>
    ),
  }
}
