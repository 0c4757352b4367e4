import { writeCsv } from '#src/lib/csv/csv.ts'
import { decodeText } from '#src/lib/csv/decode-text.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { type Download, page, type Screen } from '#src/platform/page.ts'
import { accessCodeWords } from '../core/answering/numbers-with-check.ts'
import { permissions } from '../core/permissions.ts'
import { drawSample, type FrameFinding, readFrame } from '../core/sample/draw-sample.ts'
import { drawForm, drawProblem, planForm, planOf } from '../core/sample/sample-plan.ts'
import { drawInvitations, type IssuedCode, renewCodes } from '../store/commands/invitations.ts'
import { countInvitations, getSurvey, listUnanswered } from '../store/queries.ts'
import { SampleView } from './parts/sample-view.tsx'
import { surveyHead } from './parts/staff-frame.tsx'

/** 標本: how many are needed, how they are divided, and drawing them from a list without names. */
export const samplePage = page('/staff/surveys/:surveyId/sample', {
  audience: 'staff',
  maxBytes: 20 * 1024 * 1024,
  async show(context, { params, url }) {
    authorize(context, permissions, 'draw-sample')
    const asked = Object.fromEntries(url.searchParams)
    return screen(context, params.surveyId, { asked })
  },
  async submit(context, { params: { surveyId }, auth, url }, form) {
    authorize(context, permissions, 'draw-sample')
    const asked = Object.fromEntries(url.searchParams)
    if (form.get('act') === 'renew') {
      return codesFile(await renewCodes(context, { surveyId, secret: auth.secret }))
    }
    const read = readForm(drawForm, form)
    const entered = enteredIn(form)
    const again = async (problems: Problems, findings: FrameFinding[] = []) => ({
      ...(await screen(context, surveyId, { asked, entered, problems, findings })),
      status: 422 as const,
    })
    const file = form.get('file')
    const fileProblem = file instanceof File && file.size > 0 ? undefined : '抽出名簿のCSVを選んでください'
    if (read.problems || fileProblem)
      return again({ ...(read.problems ?? {}), ...(fileProblem ? { file: fileProblem } : {}) })
    const decoded = decodeText(new Uint8Array(await (file as File).arrayBuffer()))
    if ('problem' in decoded) return again({ file: decoded.problem })
    const { strata } = await getSurvey(context, surveyId)
    const frame = readFrame(decoded.text, strata)
    if (frame.findings) return again({ file: '名簿に直すところがあります' }, frame.findings)
    const { persons } = frame
    if (read.values.sample > persons.length)
      return again({
        sample: `名簿は${persons.length.toLocaleString('ja')}人です。それより多くは抽出できません`,
      })
    const problems = drawProblem(strata, read.values)
    if (problems) return again(problems)
    const { minimum, ...aim } = read.values
    const drawn = drawSample(persons, { ...aim, minimum: minimum ?? 0, strata })
    return codesFile(await drawInvitations(context, { surveyId, secret: auth.secret, draw: drawn }))
  },
})

const csvType = 'text/csv; charset=utf-8'

/** The list for the letters: it is given once, since the store keeps no code. */
const codesFile = (codes: readonly IssuedCode[]): Download => ({
  file: writeCsv([
    ['宛名番号', '層', '回答コード'],
    ...codes.map(({ number, stratum, code }) => [number, stratum, accessCodeWords(code)]),
  ]),
  contentType: csvType,
  fileName: '回答コード.csv',
})

/** 督促の名簿: numbers of those who have not answered; no answers, no codes. */
export const reminderCsv = page('/staff/surveys/:surveyId/reminders.csv', {
  audience: 'staff',
  async show(context, { params }) {
    const rows = await listUnanswered(context, params.surveyId)
    return {
      file: writeCsv([
        ['宛名番号', '層'],
        ...rows.map(({ addresseeNumber, stratum }) => [addresseeNumber, stratum]),
      ]),
      contentType: csvType,
      fileName: '未回答の宛名番号.csv',
    }
  },
})

type State = { asked: Entered; entered?: Entered; problems?: Problems; findings?: readonly FrameFinding[] }

async function screen(context: Context, surveyId: string, state: State): Promise<Screen> {
  const { asked, entered = {}, problems = {}, findings = [] } = state
  const survey = await getSurvey(context, surveyId)
  const invitations = await countInvitations(context, surveyId)
  const read = planForm.safeParse({ population: '', ...asked })
  const planned = read.success ? planOf(read.data, survey.strata) : undefined
  return {
    ...surveyHead(survey, context.now),
    title: '標本',
    body: (
      <SampleView
        {...{ survey, invitations, asked, planned, entered, problems, findings, actor: context.actor }}
        planProblem={read.success ? planned?.problem : read.error.issues[0]?.message}
      />
    ),
  }
}
