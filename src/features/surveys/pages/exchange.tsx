import { decodeText } from '#src/lib/csv/decode-text.ts'
import { readJson } from '#src/lib/json/read-json.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { enteredIn } from '#src/platform/form.ts'
import { readWorkbook } from '#src/platform/office/read-workbook.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { readLss } from '../core/exchange/read-lss.ts'
import { type ReadQuestionnaire, readXlsform } from '../core/exchange/read-xlsform.ts'
import { takenQuestionnaire } from '../core/exchange/taken-questionnaire.ts'
import { permissions } from '../core/permissions.ts'
import { editQuestionnaire } from '../store/commands/questionnaires.ts'
import { getQuestionnaire, getSurvey } from '../store/queries.ts'
import { ExchangeView, type FoundFile } from './parts/exchange-view.tsx'
import { surveyAddress, surveyHead } from './parts/staff-frame.tsx'

const mostBytes = 10 * 1024 * 1024

/** 調査票のファイル: the questionnaire goes out to other programs and comes in from them, looked through before it replaces anything. */
export const exchangePage = page('/staff/surveys/:surveyId/exchange', {
  audience: 'staff',
  maxBytes: 3 * mostBytes,
  show: (context, { params }) => screen(context, params.surveyId, {}),
  async submit(context, { params: { surveyId } }, form) {
    authorize(context, permissions, 'design-survey')
    const { act, content = '', revision } = enteredIn(form)
    const again = async (fileProblem: string, status: 409 | 422 = 422) => ({
      ...(await screen(context, surveyId, { fileProblem })),
      status,
    })
    if (act === 'apply') {
      const taken = takenQuestionnaire(readJson(content).value)
      if (taken.problem !== undefined) return again(taken.problem)
      const outcome = await unlessStale(
        editQuestionnaire(context, {
          surveyId,
          revision: Number(revision),
          change: ({ version, translations }) => ({
            ...taken.questionnaire,
            version,
            ...(translations ? { translations } : {}),
          }),
        }),
      )
      if (outcome.isStale)
        return again('ほかの人が先に調査票を直しました。もう一度ファイルを選んでください', 409)
      return { seeOther: `${surveyAddress(surveyId, '/questionnaire')}?notice=saved` }
    }
    const file = form.get('file')
    if (!(file instanceof File) || file.size === 0) return again('ファイルを選んでください')
    if (file.size > mostBytes) return again('10MBまでのファイルを選んでください')
    const read = await readFile(file)
    if (read.problem !== undefined) return again(read.problem)
    const taken = takenQuestionnaire(read.questionnaire)
    if (taken.problem !== undefined) return again(taken.problem)
    const found = { name: file.name, title: read.title, notes: read.notes, ...taken }
    return screen(context, surveyId, { found })
  },
})

async function readFile(file: File): Promise<ReadQuestionnaire> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const isBook = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (isBook) {
    const book = await readWorkbook(bytes)
    return book.problem === undefined ? readXlsform(book.sheets) : { problem: book.problem }
  }
  const decoded = decodeText(bytes)
  return 'problem' in decoded ? { problem: decoded.problem } : readLss(decoded.text)
}

type State = { found?: FoundFile; fileProblem?: string }

async function screen(context: Context, surveyId: string, state: State): Promise<Screen> {
  const survey = await getSurvey(context, surveyId)
  const { revision, publishedAt } = await getQuestionnaire(context, surveyId)
  return {
    ...surveyHead(survey, context.now),
    title: '調査票のファイル',
    body: (
      <ExchangeView
        survey={survey}
        actor={context.actor}
        revision={revision}
        isInUse={publishedAt !== undefined}
        {...state}
      />
    ),
  }
}
