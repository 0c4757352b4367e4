import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen, type SeeOther } from '#src/platform/page.ts'
import type { VersionRow } from '#src/ui/both-versions.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { Disclosure } from '#src/ui/parts.tsx'
import { bodyForm, endingForm, leavingForm, memberForm } from '../core/forms.ts'
import { isBelowItself } from '../core/organisation.ts'
import { permissions } from '../core/permissions.ts'
import { appointMember, changeBody, dissolveBody, endMembership } from '../store/commands-bodies.ts'
import { getBody, listBodies, listMeetings, listMembers } from '../store/queries.ts'
import { BodyFields, enteredOfBody } from './parts/body-fields.tsx'
import { BodyFacts, EndingForm, LeavingForm, MemberForm } from './parts/body-view.tsx'
import { bodiesCrumb, meetingsCrumb } from './parts/deliberation-tabs.tsx'

/** One body: its rules, its members, who comes and goes. */
export const bodyPage = page('/staff/bodies/:bodyId', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params.bodyId, {}),
  async submit(context, { params: { bodyId } }, form) {
    const outcome = await submit(context, bodyId, form)
    if ('seeOther' in outcome) return outcome
    const { status, ...state } = outcome
    return { ...(await screen(context, bodyId, state)), status }
  },
})

type State = { entered?: Entered; problems?: Problems; rows?: readonly VersionRow[] }
type Back = State & { status: 409 | 422 }

async function submit(context: Context, bodyId: string, form: FormData): Promise<SeeOther | Back> {
  const act = enteredIn(form)['act']
  const here = `/staff/bodies/${bodyId}`
  if (act === 'appoint') {
    const read = readForm(memberForm, renamed(form))
    if (read.problems) {
      const { name, ...problems } = read.problems
      return {
        status: 422,
        entered: enteredIn(form),
        problems: { ...(name && { memberName: name }), ...problems },
      }
    }
    await appointMember(context, { bodyId, ...read.values })
    return { seeOther: `${here}?notice=added` }
  }
  if (act === 'dissolve') {
    const read = readForm(endingForm, form)
    const { entered } = read
    if (read.problems) return { status: 422, entered, problems: read.problems }
    const { endedOn } = read.values
    const isLater = (await listMeetings(context)).some(
      (meeting) => meeting.bodyId === bodyId && meeting.heldOn > endedOn && meeting.state !== 'cancelled',
    )
    if (isLater) {
      const problems = { endedOn: 'この日よりあとに会議があります。先に中止するか、日を直してください' }
      return { status: 422, entered, problems }
    }
    const ending = { bodyId, revision: Number(entered['revision']), ...read.values }
    const outcome = await unlessStale(dissolveBody(context, ending))
    return outcome.isStale ? { status: 409, entered, rows: [] } : { seeOther: `${here}?notice=saved` }
  }
  if (act === 'leave') {
    const read = readForm(leavingForm, form)
    const { entered } = read
    if (read.problems) return { status: 422, entered, problems: read.problems }
    const [membershipId = '', revision] = (entered['member'] ?? '').split('/')
    const { lastOn: validTo, leavingReason } = read.values
    const leaving = { membershipId, revision: Number(revision), validTo, leavingReason }
    const outcome = await unlessStale(endMembership(context, leaving))
    return outcome.isStale ? { status: 409, entered, rows: [] } : { seeOther: `${here}?notice=saved` }
  }
  return change(context, bodyId, form)
}

/** The name of a member and of the body stand on one page: they go by different field names. */
function renamed(form: FormData): FormData {
  const own = new FormData()
  for (const [name, value] of form) own.set(name === 'memberName' ? 'name' : name, value)
  return own
}

async function change(context: Context, bodyId: string, form: FormData): Promise<SeeOther | Back> {
  const read = readForm(bodyForm, form)
  const { entered } = read
  if (read.problems) return { status: 422, entered, problems: read.problems }
  if (isBelowItself(await listBodies(context), bodyId, read.values.parentId)) {
    const problems = { parentId: '自分より下にある会議体は、上の会議体にできません' }
    return { status: 422, entered, problems }
  }
  const given = { bodyId, revision: Number(entered['revision']), content: read.values }
  const outcome = await unlessStale(changeBody(context, given))
  if (!outcome.isStale) return { seeOther: `/staff/bodies/${bodyId}?notice=saved` }
  const saved = enteredOfBody(await getBody(context, bodyId))
  const labels = { name: '名前', legalBasis: '設置の根拠', role: '役割', seats: '委員の定数' }
  const rows = Object.entries(labels).map(([name, label]) => ({
    label,
    saved: saved[name] ?? '',
    typed: entered[name] ?? '',
  }))
  return { status: 409, entered, rows }
}

async function screen(context: Context, bodyId: string, state: State): Promise<Screen> {
  authorize(context, permissions, 'read-meetings')
  const [body, members] = [await getBody(context, bodyId), await listMembers(context, bodyId)]
  const bodies = await listBodies(context)
  const problems = state.problems ?? {}
  const entered = { ...enteredOfBody(body), ...state.entered }
  const mayKeep = mayDo(context.actor, permissions, 'keep-bodies')
  const today = tokyoDay(context.now)
  return {
    title: body.name,
    crumbs: [meetingsCrumb, bodiesCrumb],
    body: (
      <>
        <FormHead problems={problems} rows={state.rows} />
        <div class="sb-title">
          <h1>{body.name}</h1>
        </div>
        <BodyFacts body={body} members={members} today={today} />
        {mayDo(context.actor, permissions, 'invite-members') && (
          <p class="l-gap">
            <a href={`/staff/bodies/${body.id}/access`}>委員の入口（リンクと確認コード）</a>
          </p>
        )}
        {body.kind === 'subcommittee' && (
          <p class="l-gap">
            <a href={`/staff/organization/subcommittees/${body.id}`}>受け持つ政策・組織と、意見を書く職員</a>
          </p>
        )}
        {body.kind === 'assembly' && (
          <p class="l-gap">
            <a href="/staff/bills/sessions">会期（定例会・臨時会）</a>　<a href="/staff/bills">議案</a>
          </p>
        )}
        {mayKeep && (
          <>
            <Disclosure label="委員を加える" open={state.entered?.['act'] === 'appoint'}>
              <MemberForm body={body} entered={state.entered ?? {}} problems={problems} />
            </Disclosure>
            <Disclosure label="委員が退く" open={state.entered?.['act'] === 'leave'}>
              <LeavingForm
                members={members}
                today={today}
                entered={state.entered ?? {}}
                problems={problems}
              />
            </Disclosure>
            {!body.endedOn && (
              <Disclosure label="会議体を解散する" open={state.entered?.['act'] === 'dissolve'}>
                <EndingForm body={body} entered={state.entered ?? {}} problems={problems} />
              </Disclosure>
            )}
            <Disclosure label="会議体の決まりを直す" open={state.entered?.['act'] === 'change'}>
              <form method="post" class="sb-form" aria-label="会議体の決まり" action="#error-summary">
                <input type="hidden" name="revision" value={body.revision} />
                <BodyFields
                  entered={entered}
                  problems={problems}
                  others={bodies.filter(({ id }) => id !== bodyId)}
                />
                <button class="dads-button" type="submit" name="act" value="change">
                  保存する
                </button>
              </form>
            </Disclosure>
          </>
        )}
      </>
    ),
  }
}
