import { unitNameOn } from '#src/features/organization/core/succession.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { getOwner } from '#src/features/organization/store/queries-ownership.ts'
import { numbersOf } from '#src/features/plan/core/numbering.ts'
import { findPrimaryPlan, getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { findPublicPlan } from '#src/features/plan/store/queries/public.ts'
import { getHeardOfMeasure } from '#src/features/voices/store/queries/heard-of-measure.ts'
import { HeardBox } from '#src/features/voices/views/heard-box.tsx'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { FormHead } from '#src/ui/form-head.tsx'
import { WaitingDraft } from '#src/ui/waiting-draft.tsx'
import { typedAnswer } from '../core/answer-words.ts'
import { mayApproveSheet, mayFillSheet, permissions } from '../core/permissions.ts'
import { mayBeReviewed } from '../core/review.ts'
import { openFields, type RequestSheet } from '../core/sheets.ts'
import { slotWords } from '../core/slot-words.ts'
import { findSheetDraft, type SheetDraft } from '../store/commands-drafts.ts'
import { getSheet, listAnswerEntries, listSubmissions } from '../store/queries.ts'
import { listExtensions } from '../store/queries-extensions.ts'
import { findSlotOf } from '../store/queries-hearings.ts'
import { listReferences } from '../store/queries-references.ts'
import { listComments, listDecisions } from '../store/queries-review.ts'
import {
  extensionAddress,
  hearingsAddress,
  roundAddress,
  sheetAddress,
  sheetsCrumb,
} from './parts/addresses.ts'
import { AttachmentView } from './parts/attachment-view.tsx'
import { ExtensionStanding } from './parts/extension-view.tsx'
import { HomeworkView, homeworkLines, mayAddTask } from './parts/homework-view.tsx'
import { getRealismGround, realismOf } from './parts/realism-facts.ts'
import { RealismView } from './parts/realism-view.tsx'
import { CommentForm, CommentList, Rulings } from './parts/review-view.tsx'
import { EntryHistory, Submissions } from './parts/sheet-history.tsx'
import { SheetBadge } from './parts/sheet-state.tsx'
import { type SheetState, takeStep } from './parts/sheet-steps.ts'
import { AnswerList, Approval, FillForm } from './parts/sheet-view.tsx'
import { UsedInPlan } from './parts/used-view.tsx'

/** One sheet: filled by the section, approved by its head, reviewed, returned, amended or accepted. */
export const sheetPage = page('/staff/sheets/:sheetId', {
  audience: 'staff',
  async show(context, { params: { sheetId }, url }) {
    const draft = await findSheetDraft(context, sheetId)
    const isDraftOpen = draft !== undefined && url.searchParams.get('draft') === 'open'
    const peersId = peersIn(url)
    const opened = isDraftOpen ? { entered: draft.entered, step: 'fill' } : {}
    return screen(context, sheetId, { ...opened, peersId, draft, isDraftOpen })
  },
  async submit(context, { params: { sheetId }, url }, form) {
    const outcome = await takeStep(context, sheetId, form)
    if ('seeOther' in outcome || 'file' in outcome) return outcome
    const { status, ...state } = outcome
    return { ...(await screen(context, sheetId, { ...state, peersId: peersIn(url) })), status }
  },
})

const peersIn = (url: URL) => url.searchParams.get('peers') ?? ''

type State = SheetState & {
  peersId: string
  draft?: SheetDraft | undefined
  isDraftOpen?: boolean
}

async function screen(context: Context, sheetId: string, state: State): Promise<Screen> {
  const { sheet, round } = await getSheet(context, sheetId)
  const [units, owner] = [await listUnits(context), await getOwner(context)]
  const today = tokyoDay(context.now)
  const mayFill = mayFillSheet(owner, sheet)
  const open = mayFill ? openFields(sheet, round.fields) : []
  const references = await listReferences(context, round.fields)
  const { entered = {}, problems = {} } = state
  const isFilling = state.step === undefined || state.step === 'fill'
  const form = { sheet, round, open, references, entered: isFilling ? entered : {}, problems }
  const typed = Object.fromEntries(round.fields.map((field) => [field.id, typedAnswer(field, form.entered)]))
  const answers = { ...sheet.answers, ...withoutBlanks(typed) }
  const peersId = form.entered['peers'] ?? state.peersId
  const realism = await realismOf(await getRealismGround(context), { sheet, round, answers, peersId })
  const comments = await listComments(context, sheetId)
  const review = { sheet, round, references, comments, entered, problems, step: state.step }
  const extensions = (await listExtensions(context, round.id)).filter(({ unitId }) => unitId === sheet.unitId)
  const plan = await planOf(context, sheet)
  const heard = sheet.subjectId ? await getHeardOfMeasure(context, sheet.subjectId) : undefined
  const published = await findPublicPlan(context)
  const slot = round.sheetType === 'hearing' ? await findSlotOf(context, sheetId) : undefined
  return {
    title: `${sheet.subject}：${round.title}`,
    crumbs: [sheetsCrumb, { label: round.title, href: roundAddress(round.id) }],
    facts: [
      { label: '課', value: unitNameOn(units, sheet.unitId, today) ?? '' },
      ...placeFacts(plan, sheet),
      ...(round.sentAt ? [{ label: '依頼日', value: eraDay(tokyoDay(new Date(round.sentAt))) }] : []),
      { label: '期限', value: eraDay(sheet.dueOn) },
      { label: '使いみち', value: round.usedFor },
    ],
    body: (
      <>
        <FormHead problems={problems} rows={state.rows} />
        <div class="sb-title">
          <h1>{sheet.subject}</h1>
          <p>
            <SheetBadge sheet={sheet} today={today} />
          </p>
        </div>
        {round.sheetType === 'hearing' && (
          <p class="l-gap">
            日時：{slot ? slotWords(slot) : 'まだ決まっていません'}
            {'　'}
            <a href={hearingsAddress(round.id)}>ヒアリングの枠を見る</a>
          </p>
        )}
        {heard && (
          <div class="l-gap">
            <HeardBox heard={heard} isPublic={published?.items.has(heard.measureId) === true} />
          </div>
        )}
        {state.draft && open.length > 0 && (
          <WaitingDraft draft={state.draft} isOpen={state.isDraftOpen === true} revision={sheet.revision} />
        )}
        {open.length > 0 ? <FillForm {...form} realism={realism} /> : <AnswerList {...form} />}
        {realism && !open.some(({ prefill }) => prefill === 'target') && (
          <RealismView realism={realism} address={sheetAddress(sheetId)} />
        )}
        <AttachmentView sheet={sheet} round={round} open={open} />
        <HomeworkView
          lines={await homeworkLines(context, round, sheet)}
          sheet={sheet}
          today={today}
          mayAdd={mayAddTask(context)}
        />
        {open.length > 0 && <ExtensionStanding extensions={extensions} />}
        {open.length > 0 && (
          <p class="l-gap">
            <a href={extensionAddress(round.id, sheet.unitId)}>期限までに書けないとき（期限の延長）</a>
          </p>
        )}
        {mayApproveSheet(owner, sheet) && (sheet.state === 'sent' || sheet.state === 'returned') && (
          <Approval {...form} />
        )}
        <CommentList {...review} />
        {mayDo(context.actor, permissions, 'comment-sheet') && mayBeReviewed(sheet) && (
          <CommentForm {...review} />
        )}
        {mayDo(context.actor, permissions, 'review-sheet') && sheet.state === 'answered' && (
          <Rulings {...review} />
        )}
        <UsedInPlan sheet={sheet} plan={plan} />
        <Submissions
          round={round}
          references={references}
          submissions={await listSubmissions(context, sheetId)}
          decisions={await listDecisions(context, sheetId)}
        />
        <EntryHistory
          round={round}
          references={references}
          entries={await listAnswerEntries(context, sheetId)}
          actorId={context.actor.id}
        />
      </>
    ),
  }
}

/** 体系: the policy and the measure with their numbers of today. */
function placeFacts(plan: PlanDocument | undefined, { subjectId }: RequestSheet) {
  const measure = plan?.items.find(({ id }) => id === subjectId)
  if (!plan || !measure) return []
  const numbers = numbersOf(plan)
  const policy = plan.items.find(({ id }) => id === measure.parentId)
  const value = [policy, measure]
    .flatMap((item) => (item ? [`${numbers.get(item.id) ?? ''} ${item.title}`] : []))
    .join(' ＞ ')
  return [{ label: '体系', value }]
}

/** The plan, where the sheet is about one of its measures. */
async function planOf(context: Context, { subjectId }: RequestSheet) {
  const plan = subjectId ? await findPrimaryPlan(context) : undefined
  return plan && getPlanDocument(context, plan.id)
}

const withoutBlanks = (typed: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])),
  )
