import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen, type SeeOther } from '#src/platform/page.ts'
import type { VersionRow } from '#src/ui/both-versions.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { letterErratumForm } from '../core/errata.ts'
import {
  answeredEarlierWords,
  inquiryErratumProblem,
  inquiryParts,
  isIssued,
  viewsIn,
} from '../core/inquiry.ts'
import { reportForm } from '../core/inquiry-forms.ts'
import { permissions } from '../core/permissions.ts'
import { answerViews, receiveReport } from '../store/commands-inquiries.ts'
import { correctInquiry, issueInquiry } from '../store/commands-letters.ts'
import { getBody, todayOf } from '../store/queries.ts'
import { getInquiry } from '../store/queries-inquiries.ts'
import { frozenVersions, listViewChanges, viewChangeProblem } from '../store/queries-view-changes.ts'
import { attachmentOf, listSessions } from './letter-files.ts'
import { AnswerForm } from './parts/answer-view.tsx'
import { changeChoices } from './parts/change-choices.ts'
import { inquiriesCrumb, meetingsCrumb } from './parts/deliberation-tabs.tsx'
import { InquiryFacts, ReportForm } from './parts/inquiry-view.tsx'
import { CorrectionForm, InPreparation } from './parts/letter-view.tsx'
import { answerFieldName, readAnswers } from './parts/read-answers.ts'

/** One inquiry: its letter, the report with its views, and the city's answer to each. */
export const inquiryPage = page('/staff/inquiries/:inquiryId', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params.inquiryId, {}),
  async submit(context, { params: { inquiryId } }, form) {
    const act = acts[String(form.get('act'))] ?? report
    const outcome = await act(context, inquiryId, form)
    if ('seeOther' in outcome) return outcome
    const { status, ...state } = outcome
    return { ...(await screen(context, inquiryId, state)), status }
  },
})

type State = { entered?: Entered; problems?: Problems; rows?: readonly VersionRow[] }
type Back = State & { status: 409 | 422 }

async function report(context: Context, inquiryId: string, form: FormData): Promise<SeeOther | Back> {
  const read = readForm(reportForm, form)
  const { entered } = read
  if (read.problems) return { status: 422, entered, problems: read.problems }
  const inquiry = await getInquiry(context, inquiryId)
  if (read.values.reportedOn < inquiry.askedOn)
    return { status: 422, entered, problems: { reportedOn: '答申の日が、諮問の日より前になっています' } }
  const answeredFirst = inquiry.views
    .map(({ answeredOn }) => answeredOn)
    .filter(Boolean)
    .sort()[0]
  if (answeredFirst && read.values.reportedOn > answeredFirst)
    return { status: 422, entered, problems: { reportedOn: answeredEarlierWords } }
  const views = viewsIn(read.values.views)
  const given = { inquiryId, revision: Number(entered['revision']), ...read.values, views }
  return saved(context, receiveReport(context, given), { inquiryId, entered })
}

async function answer(context: Context, inquiryId: string, form: FormData): Promise<SeeOther | Back> {
  const entered = enteredIn(form)
  const { views, versionId, reportedOn } = await getInquiry(context, inquiryId)
  const bounds = { reportedOn, today: todayOf(context) }
  const { answers, problems } = readAnswers(entered, views.length, bounds)
  for (const [position, given] of answers.entries()) {
    const problem = await viewChangeProblem(context, given, versionId)
    if (problem) problems[answerFieldName(problem.field, position)] ??= problem.words
  }
  if (Object.keys(problems).length > 0) return { status: 422, entered, problems }
  const given = { inquiryId, revision: Number(entered['revision']), answers }
  return saved(context, answerViews(context, given), { inquiryId, entered })
}

async function issue(context: Context, inquiryId: string, form: FormData): Promise<SeeOther | Back> {
  const entered = enteredIn(form)
  const { askedOn } = await getInquiry(context, inquiryId)
  if (askedOn > todayOf(context))
    return { status: 422, entered, problems: { issue: '諮問の日が、まだ来ていません' } }
  const issuing = issueInquiry(context, { inquiryId, revision: Number(entered['revision']) })
  return saved(context, issuing, { inquiryId, entered })
}

async function correct(context: Context, inquiryId: string, form: FormData): Promise<SeeOther | Back> {
  const read = readForm(letterErratumForm(inquiryParts), form)
  const { entered } = read
  if (read.problems) return { status: 422, entered, problems: read.problems }
  const { erratumReason: reason, ...words } = read.values
  const erratum = { ...words, reason }
  const problem = inquiryErratumProblem(await getInquiry(context, inquiryId), erratum)
  if (problem) return { status: 422, entered, problems: { oldWords: problem } }
  const given = { inquiryId, revision: Number(entered['revision']), erratum }
  return saved(context, correctInquiry(context, given), { inquiryId, entered })
}

const acts: Readonly<Record<string, typeof report>> = { report, answer, issue, correct }

type Kept = { inquiryId: string; entered: Entered }

async function saved(context: Context, saving: Promise<unknown>, kept: Kept): Promise<SeeOther | Back> {
  const { inquiryId, entered } = kept
  const outcome = await unlessStale(saving)
  if (!outcome.isStale) return { seeOther: `/staff/inquiries/${inquiryId}?notice=saved` }
  const now = await getInquiry(context, inquiryId)
  const rows = [
    { label: '結論', saved: now.conclusion, typed: entered['conclusion'] ?? now.conclusion },
    ...now.views.map((view, position) => ({
      label: view.text,
      saved: view.answer,
      typed: entered[answerFieldName('answer', position)] ?? view.answer,
    })),
  ]
  return { status: 409, entered, rows }
}

async function screen(context: Context, inquiryId: string, state: State): Promise<Screen> {
  authorize(context, permissions, 'read-meetings')
  const inquiry = await getInquiry(context, inquiryId)
  const body = await getBody(context, inquiry.bodyId)
  const attachment = await attachmentOf(context, inquiry)
  const sessions = await listSessions(context, inquiry)
  const form = { inquiry, entered: state.entered ?? {}, problems: state.problems ?? {} }
  const mayKeep = mayDo(context.actor, permissions, 'keep-inquiries')
  return {
    title: inquiry.subject,
    crumbs: [meetingsCrumb, inquiriesCrumb],
    body: (
      <>
        <FormHead problems={form.problems} rows={state.rows} />
        <div class="sb-title">
          <h1>{inquiry.subject}（諮問）</h1>
        </div>
        <InquiryFacts inquiry={inquiry} body={body} attachment={attachment} sessions={sessions} />
        {mayKeep && !isIssued(inquiry) && <InPreparation {...form} />}
        {mayKeep && isIssued(inquiry) && <CorrectionForm {...form} />}
        {mayKeep && isIssued(inquiry) && <ReportForm {...form} />}
        {mayKeep && inquiry.views.length > 0 && (
          <AnswerForm
            {...form}
            today={todayOf(context)}
            changes={await listViewChanges(inquiry, frozenVersions(context))}
            choices={await changeChoices(context, inquiry)}
          />
        )}
      </>
    ),
  }
}
