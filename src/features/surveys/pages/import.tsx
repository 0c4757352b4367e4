import { createHash } from 'node:crypto'
import { canonicalJson } from '#src/formats/canonical-json.ts'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { decodeText, type Encoding, encodingLabels } from '#src/lib/csv/decode-text.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { columnsOf } from '../core/answering/answer-cells.ts'
import { usesFor } from '../core/import/import-mapping.ts'
import { permissions } from '../core/permissions.ts'
import { questionsOf } from '../core/questionnaire/edit-questionnaire.ts'
import { importAnswers } from '../store/commands/answers.ts'
import { deleteImportProfile, saveImportProfile } from '../store/commands/import-profiles.ts'
import { listImportProfiles } from '../store/import-profiles.ts'
import { getPublishedQuestionnaire, getQuestionnaire, getSurvey } from '../store/queries.ts'
import { newReceipt } from '../store/receipts.ts'
import { type Rehearsal, rehearse } from './parts/import-rehearsal.ts'
import { ImportView } from './parts/import-view.tsx'
import { surveyAddress, surveyHead } from './parts/staff-frame.tsx'

const mostBytes = 20 * 1024 * 1024

/** 取り込み: a CSV of answers, its columns told, first looked through row by row, then taken in whole or not at all. */
export const importPage = page('/staff/surveys/:surveyId/import', {
  audience: 'staff',
  maxBytes: 3 * mostBytes,
  async show(context, { params }) {
    authorize(context, permissions, 'import-answers')
    return screen(context, params.surveyId, {})
  },
  async submit(context, { params: { surveyId }, auth }, form) {
    authorize(context, permissions, 'import-answers')
    const entered = enteredIn(form)
    const { act = '', text } = entered
    if (act === 'delete-profile') {
      await deleteImportProfile(context, { name: entered['name'] ?? '' })
      return { seeOther: `${surveyAddress(surveyId, '/import')}?notice=saved` }
    }
    const place = { surveyId, secret: auth.secret }
    if (text === undefined) return firstLook(context, place, { entered, file: form.get('file') })
    const rehearsal = await rehearse(context, { ...place, text, entered })
    const isChecked = canonicalJson(rehearsal.report.mapping) === entered['checked']
    if (act === 'apply' && isChecked && rehearsal.report.findings.length === 0)
      return apply(context, place, { rehearsal, text })
    const state = { rehearsal, text, entered, source: entered['source'] ?? '' }
    if (act === 'save-profile') {
      const problems = await saveProfile(context, rehearsal, entered)
      if (problems) return { ...(await screen(context, surveyId, { ...state, problems })), status: 422 }
      return screen(context, surveyId, { ...state, isSaved: true })
    }
    return looked(await screen(context, surveyId, state), rehearsal)
  },
})

type Place = { surveyId: string; secret: string }

const looked = (shown: Screen, { report }: Rehearsal): Screen =>
  report.findings.length > 0 ? { ...shown, status: 422 } : shown

/** The file as it was chosen: its letters, then what its headings or a kept way of reading say. */
async function firstLook(
  context: Context,
  place: Place,
  { entered, file }: { entered: Entered; file: FormDataEntryValue | null },
): Promise<Screen> {
  const again = async (problem: string) => ({
    ...(await screen(context, place.surveyId, { entered, problems: { file: problem } })),
    status: 422 as const,
  })
  if (!(file instanceof File) || file.size === 0) return again('CSVファイルを選んでください')
  if (file.size > mostBytes) return again('20MBまでのファイルを選んでください')
  const wanted = Object.keys(encodingLabels).find((one) => one === entered['encoding']) as
    | Encoding
    | undefined
  const decoded = decodeText(new Uint8Array(await file.arrayBuffer()), wanted)
  if ('problem' in decoded)
    return again(
      wanted ? `${encodingLabels[wanted]}では読めません。文字コードを選び直してください` : decoded.problem,
    )
  const { text, encoding } = decoded
  const rehearsal = await rehearse(context, { ...place, text, entered })
  const source = `${file.name}（${encodingLabels[encoding]}として読みました）`
  return looked(await screen(context, place.surveyId, { rehearsal, source, text, entered }), rehearsal)
}

async function saveProfile(
  context: Context,
  { report }: Rehearsal,
  entered: Entered,
): Promise<Problems | undefined> {
  const name = (entered['profileName'] ?? '').trim()
  if (name === '' || name.length > 40) return { profileName: '名前を、40字以内で入力してください' }
  const isSame = name === entered['profile']
  const revision = isSame ? Number(entered['profileRevision']) || undefined : undefined
  try {
    await saveImportProfile(context, { name, mapping: report.mapping, revision })
    return undefined
  } catch (error) {
    // Another of that name, or somebody changed it meanwhile: nothing of the mapping is lost, the name can be another one.
    if (error instanceof Refusal && error.kind !== 'forbidden') return { profileName: error.message }
    throw error
  }
}

async function apply(
  context: Context,
  { surveyId, secret }: Place,
  { rehearsal, text }: { rehearsal: Rehearsal; text: string },
) {
  const { version } = await getPublishedQuestionnaire(context, surveyId)
  const answers = rehearsal.report.rows.map(({ line: _, ...row }) => ({
    ...row,
    version,
    receipt: newReceipt(),
  }))
  const fileHash = createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex')
  const { taken, keptOut, again } = await importAnswers(context, { surveyId, secret, fileHash, answers })
  return {
    seeOther: `${surveyAddress(surveyId)}?notice=imported&taken=${taken}&kept-out=${keptOut}&again=${again}`,
  }
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

type State = {
  rehearsal?: Rehearsal
  source?: string
  text?: string
  entered?: Entered
  problems?: Problems
  isSaved?: boolean
}

async function screen(context: Context, surveyId: string, state: State): Promise<Screen> {
  const survey = await getSurvey(context, surveyId)
  const { questionnaire } = await getQuestionnaire(context, surveyId)
  const profiles = await listImportProfiles(context)
  const { entered = {}, problems = {}, ...rest } = state
  return {
    ...surveyHead(survey, context.now),
    title: '回答の取り込み',
    body: (
      <ImportView
        {...{ survey, actor: context.actor, profiles, entered, problems, ...rest }}
        uses={usesFor({ questionnaire, strata: survey.strata })}
      />
    ),
  }
}
