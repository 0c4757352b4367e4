import { unitNameOn } from '#src/features/organization/core/succession.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen, type SeeOther } from '#src/platform/page.ts'
import type { VersionRow } from '#src/ui/both-versions.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { mayApproveSheet, mayFillSheet, permissions } from '../core/permissions.ts'
import { readAnswer } from '../core/read-answer.ts'
import { remarksIn, returnForm } from '../core/round-form.ts'
import {
  type Answers,
  missingFields,
  openFields,
  type RequestRound,
  type RequestSheet,
} from '../core/sheets.ts'
import { acceptSheet, approveSheet, fillSheet, returnSheet } from '../store/commands.ts'
import { getSheet, listSubmissions } from '../store/queries.ts'
import { roundAddress, SheetBadge, sheetsCrumb } from './parts/sheet-state.tsx'
import { AnswerList, Approval, FillForm, Review, Submissions } from './parts/sheet-view.tsx'

/** One sheet: filled by the section, approved by its head, returned or accepted by the secretariat. */
export const sheetPage = page('/staff/sheets/:sheetId', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params.sheetId, {}),
  async submit(context, { params: { sheetId } }, form) {
    const outcome = await submit(context, sheetId, form)
    if ('seeOther' in outcome) return outcome
    const { status, ...state } = outcome
    return { ...(await screen(context, sheetId, state)), status }
  },
})

type State = { entered?: Entered; problems?: Problems; rows?: readonly VersionRow[] }
type Back = State & { status: 409 | 422 }

async function submit(context: Context, sheetId: string, form: FormData): Promise<SeeOther | Back> {
  const entered = enteredIn(form)
  const { sheet, round } = await getSheet(context, sheetId)
  const step = { sheetId, revision: Number(entered['revision']) }
  switch (entered['act']) {
    case 'approve': {
      const [missing] = missingFields(sheet.answers, round.fields)
      const problem = `「${missing?.label}」が空です。分からないときは「わからない」と書けます`
      if (missing) return { status: 422, entered, problems: { [missing.id]: problem } }
      return saved(context, approveSheet(context, step), { sheet, round, entered })
    }
    case 'accept':
      return saved(context, acceptSheet(context, step), { sheet, round, entered })
    case 'return': {
      const read = readForm(returnForm, form)
      if (read.problems) return { status: 422, entered, problems: read.problems }
      const remarks = remarksIn(entered, round.fields)
      if (openFields({ state: 'returned', remarks }, round.fields).length === 0) {
        const problems = { dueOn: '差し戻す項目に、要修正か質問を書いてください' }
        return { status: 422, entered, problems }
      }
      const returning = returnSheet(context, { ...step, remarks, dueOn: read.values.dueOn })
      return saved(context, returning, { sheet, round, entered })
    }
    default:
      return fill(context, { sheet, round, entered })
  }
}

type Kept = { sheet: RequestSheet; round: RequestRound; entered: Entered }

async function fill(context: Context, kept: Kept): Promise<SeeOther | Back> {
  const { sheet, round, entered } = kept
  const problems: Problems = {}
  const answers: Answers = {}
  for (const field of openFields(sheet, round.fields)) {
    const read = readAnswer(field, entered[field.id] ?? '')
    if (read.problem === undefined) answers[field.id] = read.value
    else problems[field.id] = read.problem
  }
  if (Object.keys(problems).length > 0) return { status: 422, entered, problems }
  const given = { sheetId: sheet.id, revision: Number(entered['revision']), answers }
  return saved(context, fillSheet(context, given), kept)
}

async function saved(context: Context, saving: Promise<unknown>, kept: Kept): Promise<SeeOther | Back> {
  const { sheet, round, entered } = kept
  const outcome = await unlessStale(saving)
  if (!outcome.isStale) return { seeOther: `/staff/sheets/${sheet.id}?notice=saved` }
  const now = (await getSheet(context, sheet.id)).sheet
  const rows = round.fields
    .filter(({ id }) => entered[id] !== undefined)
    .map(({ id, label }) => ({ label, saved: now.answers[id] ?? '', typed: entered[id] ?? '' }))
  return { status: 409, entered, rows }
}

async function screen(context: Context, sheetId: string, state: State): Promise<Screen> {
  const { sheet, round } = await getSheet(context, sheetId)
  const units = await listUnits(context)
  const today = tokyoDay(context.now)
  const open = mayFillSheet(context.actor, sheet) ? openFields(sheet, round.fields) : []
  const form = { sheet, round, open, entered: state.entered ?? {}, problems: state.problems ?? {} }
  return {
    title: `${sheet.subject}：${round.title}`,
    crumbs: [sheetsCrumb, { label: round.title, href: roundAddress(round.id) }],
    facts: [
      { label: '課', value: unitNameOn(units, sheet.unitId, today) ?? '' },
      { label: '期限', value: eraDay(sheet.dueOn) },
      { label: '使いみち', value: round.usedFor },
    ],
    body: (
      <>
        <FormHead problems={form.problems} rows={state.rows} />
        <div class="sb-title">
          <h1>{sheet.subject}</h1>
          <p>
            <SheetBadge sheet={sheet} today={today} />
          </p>
        </div>
        {open.length > 0 ? <FillForm {...form} /> : <AnswerList {...form} />}
        {mayApproveSheet(context.actor, sheet) && open.length > 0 && <Approval {...form} />}
        {mayDo(context.actor, permissions, 'review-sheet') && sheet.state === 'answered' && (
          <Review {...form} />
        )}
        <Submissions round={round} submissions={await listSubmissions(context, sheetId)} />
      </>
    ),
  }
}
