import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { compareEntries, type EntryDifference } from '../core/answering/double-entry.ts'
import { keyedText, keyFields } from '../core/answering/key-in.ts'
import { permissions } from '../core/permissions.ts'
import { questionsOf } from '../core/questionnaire/edit-questionnaire.ts'
import { decideSheet, dropSheet, mayDecide } from '../store/commands/double-entry.ts'
import { getPublishedQuestionnaire, getSurvey } from '../store/queries.ts'
import { listSheets, openSheet } from '../store/sheets.ts'
import { readEntry } from './parts/read-entry.ts'
import { DecideView, SheetsView } from './parts/sheets-view.tsx'
import { surveyAddress, surveyHead } from './parts/staff-frame.tsx'

/** 待っている用紙: keyed in once, or twice and not the same. */
export const entrySheetsPage = page('/staff/surveys/:surveyId/entry/sheets', {
  audience: 'staff',
  async show(context, { params: { surveyId } }) {
    authorize(context, permissions, 'key-in-answers')
    const survey = await getSurvey(context, surveyId)
    const sheets = await listSheets(context, surveyId)
    const head = surveyHead(survey, context.now)
    return {
      ...head,
      title: '待っている用紙',
      crumbs: [...head.crumbs, { label: '紙の入力', href: surveyAddress(surveyId, '/entry') }],
      body: <SheetsView {...{ survey, sheets, actor: context.actor }} />,
    }
  },
  async submit(context, { params: { surveyId } }, form) {
    const entered = enteredIn(form)
    if (entered['act'] !== 'drop') throw new Refusal('conflict', 'この操作はできません')
    await dropSheet(context, { surveyId, number: entered['number'] ?? '' })
    return { seeOther: `${surveyAddress(surveyId, '/entry/sheets')}?notice=saved` }
  },
})

type Place = { surveyId: string; number: string; secret: string }

/** 違いを決める: both entries side by side, for a person who made neither. */
export const decideSheetPage = page('/staff/surveys/:surveyId/entry/sheets/:number', {
  audience: 'staff',
  async show(context, { params, auth }) {
    authorize(context, permissions, 'adjudicate-entries')
    return screen(context, { ...params, secret: auth.secret }, { entered: {}, problems: {} })
  },
  async submit(context, { params, auth }, form) {
    authorize(context, permissions, 'adjudicate-entries')
    const place = { ...params, secret: auth.secret }
    const entered = enteredIn(form)
    const { survey, questionnaire, differences, first } = await sheetOf(context, place)
    const problems: Problems = {}
    const decided = new Map(
      differences.map((difference) => [difference.name, decidedText(difference, entered, problems)]),
    )
    const fields = questionsOf(questionnaire).flatMap(keyFields)
    const typed: Entered = Object.fromEntries([
      ...(['code', 'stratum', 'receivedOn'] as const).map((name) => [name, first[name]] as const),
      ...fields.map((field) => [field.name, keyedText(field, first.cells)] as const),
      ...decided,
    ])
    const read = await readEntry(context, { survey, secret: auth.secret, questionnaire, entered: typed })
    const all = { ...read.problems, ...problems }
    if (Object.keys(all).length > 0)
      return { ...(await screen(context, place, { entered, problems: all })), status: 422 }
    await decideSheet(context, { ...place, pass: read.pass })
    return { seeOther: `${surveyAddress(params.surveyId, '/entry/sheets')}?notice=saved` }
  },
})

/** What the person chose for a field: the first entry, the second, or what they read themselves. */
function decidedText({ name, first, second }: EntryDifference, entered: Entered, problems: Problems): string {
  const choice = entered[`choice-${name}`]
  if (choice === 'first') return first
  if (choice === 'second') return second
  if (choice === 'other') return entered[`other-${name}`] ?? ''
  problems[name] = '用紙を見て、どれかを選んでください'
  return first
}

async function sheetOf(context: Context, { surveyId, number, secret }: Place) {
  const survey = await getSurvey(context, surveyId)
  const sheet = await openSheet(context, { surveyId, number, secret })
  if (!sheet.second) throw new Refusal('conflict', 'この用紙は、まだ2回目の入力がありません')
  if (!mayDecide(context, sheet))
    throw new Refusal('conflict', '自分が入力した用紙は決められません。別の人が決めます')
  const { questionnaire } = await getPublishedQuestionnaire(context, surveyId, sheet.version)
  const { differences } = compareEntries(questionnaire, sheet.first, sheet.second)
  return { survey, questionnaire, differences, first: sheet.first }
}

async function screen(
  context: Context,
  place: Place,
  state: { entered: Entered; problems: Problems },
): Promise<Screen> {
  const { survey, differences } = await sheetOf(context, place)
  const head = surveyHead(survey, context.now)
  const { surveyId, number } = place
  return {
    ...head,
    title: `用紙${number}番の違いを決める`,
    crumbs: [
      ...head.crumbs,
      { label: '紙の入力', href: surveyAddress(surveyId, '/entry') },
      { label: '待っている用紙', href: surveyAddress(surveyId, '/entry/sheets') },
    ],
    body: <DecideView {...{ number, differences, ...state }} />,
  }
}
