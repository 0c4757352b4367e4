import { createHash } from 'node:crypto'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { decodeText, encodingLabels } from '#src/lib/csv/decode-text.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { enteredIn } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { columnsOf } from '../core/answering/answer-cells.ts'
import { type ImportReport, readImport } from '../core/answering/import-answers.ts'
import { permissions } from '../core/permissions.ts'
import { questionsOf } from '../core/questionnaire/edit-questionnaire.ts'
import { importAnswers } from '../store/commands/answers.ts'
import { getPublishedQuestionnaire, getQuestionnaire, getSurvey } from '../store/queries.ts'
import { newReceipt } from '../store/receipts.ts'
import { ImportView } from './parts/import-view.tsx'
import { surveyAddress, surveyHead } from './parts/staff-frame.tsx'

const mostBytes = 20 * 1024 * 1024

/** 取り込み: a CSV of answers, first looked through row by row, then taken in whole or not at all. */
export const importPage = page('/staff/surveys/:surveyId/import', {
  audience: 'staff',
  maxBytes: 3 * mostBytes,
  async show(context, { params }) {
    authorize(context, permissions, 'import-answers')
    return screen(context, params.surveyId, {})
  },
  async submit(context, { params: { surveyId }, auth }, form) {
    authorize(context, permissions, 'import-answers')
    const { act, text } = enteredIn(form)
    if (act === 'apply' && text !== undefined) return apply(context, { surveyId, text, secret: auth.secret })
    const file = form.get('file')
    const again = async (fileProblem: string) => ({
      ...(await screen(context, surveyId, { fileProblem })),
      status: 422 as const,
    })
    if (!(file instanceof File) || file.size === 0) return again('CSVファイルを選んでください')
    if (file.size > mostBytes) return again('20MBまでのファイルを選んでください')
    const decoded = decodeText(new Uint8Array(await file.arrayBuffer()))
    if ('problem' in decoded) return again(decoded.problem)
    const report = await reportOf(context, surveyId, decoded.text)
    const source = `${file.name}（${encodingLabels[decoded.encoding]}として読みました）`
    const shown = await screen(context, surveyId, { report, source, text: decoded.text })
    return report.findings.length > 0 ? { ...shown, status: 422 } : shown
  },
})

async function reportOf(context: Context, surveyId: string, text: string): Promise<ImportReport> {
  const { strata } = await getSurvey(context, surveyId)
  const { questionnaire } = await getPublishedQuestionnaire(context, surveyId)
  return readImport(text, { questionnaire, strata, today: tokyoDay(context.now) })
}

type Applying = { surveyId: string; text: string; secret: string }

async function apply(context: Context, { surveyId, text, secret }: Applying) {
  const report = await reportOf(context, surveyId, text)
  if (report.findings.length > 0)
    throw new Refusal('conflict', 'ファイルに直すところがあります。もう一度、内容を確かめてください')
  const { version } = await getPublishedQuestionnaire(context, surveyId)
  const answers = report.rows.map((row) => ({ ...row, version, receipt: newReceipt() }))
  const fileHash = createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex')
  const { taken, keptOut } = await importAnswers(context, { surveyId, secret, fileHash, answers })
  return { seeOther: `${surveyAddress(surveyId)}?notice=imported&taken=${taken}&kept-out=${keptOut}` }
}

/** An empty table with the headings the import reads. */
export const importTemplate = page('/staff/surveys/:surveyId/import/template.csv', {
  audience: 'staff',
  async show(context, { params }) {
    authorize(context, permissions, 'import-answers')
    const { strata } = await getSurvey(context, params.surveyId)
    const { questionnaire } = await getQuestionnaire(context, params.surveyId)
    return {
      file: writeCsv([
        ['回答コード', '回答日', ...strata.variables, ...questionsOf(questionnaire).flatMap(columnsOf)],
      ]),
      contentType: 'text/csv; charset=utf-8',
      fileName: '回答のひな形.csv',
    }
  },
})

type State = { report?: ImportReport; source?: string; text?: string; fileProblem?: string }

async function screen(context: Context, surveyId: string, state: State): Promise<Screen> {
  const survey = await getSurvey(context, surveyId)
  return {
    ...surveyHead(survey, context.now),
    title: '回答の取り込み',
    body: <ImportView survey={survey} actor={context.actor} {...state} />,
  }
}
