import { getVersion } from '#src/features/plan/store/queries/versions.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal, unlessStale } from '#src/platform/errors.ts'
import { type Entered, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen, type SeeOther } from '#src/platform/page.ts'
import type { VersionRow } from '#src/ui/both-versions.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { sessionOn } from '../core/assembly-session.ts'
import { billStanding, outcomeProblem } from '../core/bill.ts'
import { amendmentForm, amendmentOutcomeForm, referralForm, resolutionOfBillForm } from '../core/forms.ts'
import { permissions } from '../core/permissions.ts'
import { decideAmendment, proposeAmendment, referBill, resolveBill } from '../store/commands-bills.ts'
import { getBody } from '../store/queries.ts'
import { getBill } from '../store/queries-bills.ts'
import { listSessions } from '../store/queries-sessions.ts'
import { versionChoices } from './bills.tsx'
import { Amendments, BillFacts, BillForms } from './parts/bill-view.tsx'
import { billsCrumb, meetingsCrumb } from './parts/deliberation-tabs.tsx'

/** One bill: where it was referred, what was amended, how the assembly resolved. */
export const billPage = page('/staff/bills/:billId', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params.billId, {}),
  async submit(context, { params: { billId } }, form) {
    authorize(context, permissions, 'keep-bills')
    const act = acts[String(form.get('act'))]
    if (!act) throw new Refusal('not-found', '操作が見つかりません')
    const outcome = await act(context, billId, form)
    if ('seeOther' in outcome) return outcome
    const { status, ...state } = outcome
    return { ...(await screen(context, billId, state)), status }
  },
})

type State = { entered?: Entered; problems?: Problems; rows?: readonly VersionRow[] }
type Back = State & { status: 409 | 422 }
type Act = (context: Context, billId: string, form: FormData) => Promise<SeeOther | Back>

const step = (billId: string, entered: Entered) => ({ billId, revision: Number(entered['revision']) })

async function save(
  context: Context,
  saving: Promise<unknown>,
  billId: string,
  entered: Entered,
): Promise<SeeOther | Back> {
  const outcome = await unlessStale(saving)
  if (!outcome.isStale) return { seeOther: `/staff/bills/${billId}?notice=saved` }
  const { bill } = await getBill(context, billId)
  const typed = entered['amendmentWords'] ?? entered['committee'] ?? ''
  return {
    status: 409,
    entered: { ...entered, revision: String(bill.revision) },
    rows: [{ label: 'いまの状態', saved: billStanding(bill), typed }],
  }
}

const refer: Act = async (context, billId, form) => {
  const read = readForm(referralForm, form)
  const { entered } = read
  if (read.problems) return { status: 422, entered, problems: read.problems }
  return save(context, referBill(context, { ...step(billId, entered), ...read.values }), billId, entered)
}

const amend: Act = async (context, billId, form) => {
  const read = readForm(amendmentForm, form)
  const { entered } = read
  if (read.problems) return { status: 422, entered, problems: read.problems }
  const { bill } = await getBill(context, billId)
  const { proposedOn, proposer, amendmentWords: words } = read.values
  if (proposedOn < bill.submittedOn) {
    const problems = { proposedOn: '修正案の日が、議案の提出の日より前になっています' }
    return { status: 422, entered, problems }
  }
  const amendment = { ...step(billId, entered), proposer, proposedOn, words }
  return save(context, proposeAmendment(context, amendment), billId, entered)
}

const decide: Act = async (context, billId, form) => {
  const read = readForm(amendmentOutcomeForm, form)
  const { entered } = read
  if (read.problems) return { status: 422, entered, problems: read.problems }
  const { amendmentId, amendmentOutcome: outcome, amendedVersionId: versionId } = read.values
  const { bill } = await getBill(context, billId)
  if (outcome === 'carried' && (!versionId || versionId === bill.versionId)) {
    const problems = { amendedVersionId: '可決したときは、修正を入れた計画の版を選んでください' }
    return { status: 422, entered, problems }
  }
  const decision = { ...step(billId, entered), amendmentId, outcome, versionId }
  return save(context, decideAmendment(context, decision), billId, entered)
}

const resolve: Act = async (context, billId, form) => {
  const read = readForm(resolutionOfBillForm, form)
  const { entered } = read
  if (read.problems) return { status: 422, entered, problems: read.problems }
  const { bill, amendments } = await getBill(context, billId)
  const problem = outcomeProblem(read.values.outcome, amendments)
  if (problem) return { status: 422, entered, problems: { outcome: problem } }
  if (read.values.resolvedOn < bill.submittedOn) {
    const problems = { resolvedOn: '議決の日が、提出の日より前になっています' }
    return { status: 422, entered, problems }
  }
  return save(context, resolveBill(context, { ...step(billId, entered), ...read.values }), billId, entered)
}

const acts: Readonly<Record<string, Act>> = { refer, amend, decide, resolve }

async function screen(context: Context, billId: string, state: State): Promise<Screen> {
  authorize(context, permissions, 'read-meetings')
  const { bill, amendments } = await getBill(context, billId)
  const version = await getVersion(context, bill.versionId)
  const props = {
    bill,
    amendments,
    planId: version.planId,
    versions: await versionChoices(context),
    entered: state.entered ?? {},
    problems: state.problems ?? {},
    mayKeep: mayDo(context.actor, permissions, 'keep-bills'),
  }
  return {
    title: `${bill.number} ${bill.title}`,
    crumbs: [meetingsCrumb, billsCrumb],
    body: (
      <>
        <FormHead problems={props.problems} rows={state.rows} />
        <div class="sb-title">
          <h1>
            {bill.number} {bill.title}
          </h1>
        </div>
        <BillFacts
          bill={bill}
          body={await getBody(context, bill.bodyId)}
          label={version.label}
          session={sessionOn(await listSessions(context), bill.bodyId, bill.submittedOn)}
        />
        <Amendments {...props} />
        <BillForms {...props} />
      </>
    ),
  }
}
