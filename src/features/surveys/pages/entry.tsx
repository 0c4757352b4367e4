import { readDay } from '#src/features/organization/core/read-day.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems } from '#src/platform/form.ts'
import { page, type Screen, type SeeOther } from '#src/platform/page.ts'
import { finishedAnswers } from '../core/answering/answer-cells.ts'
import { permissions } from '../core/permissions.ts'
import { keyInAnswer } from '../store/commands/answers.ts'
import { chooseEntryWay, keyInFirst, keyInSecond } from '../store/commands/double-entry.ts'
import {
  getPaperQuestionnaire,
  getPublishedQuestionnaire,
  getSurvey,
  listPublishedQuestionnaires,
} from '../store/queries.ts'
import { newReceipt } from '../store/receipts.ts'
import { countSheets, getEntries } from '../store/sheets.ts'
import { EntryView, type PassName } from './parts/entry-view.tsx'
import { readEntry, readSheetNumber } from './parts/read-entry.ts'
import { surveyAddress, surveyHead } from './parts/staff-frame.tsx'

/** 紙の入力: one form of codes for one sheet; the empty form for the next comes after it. Once, or twice by two people. */
export const entryPage = page('/staff/surveys/:surveyId/entry', {
  audience: 'staff',
  async show(context, { params, url }) {
    authorize(context, permissions, 'key-in-answers')
    const done = url.searchParams.get('done') ?? ''
    const receivedOn = readDay(url.searchParams.get('day') ?? '') ?? tokyoDay(context.now)
    return screen(context, params.surveyId, { entered: { receivedOn }, problems: {}, done, url })
  },
  async submit(context, { params: { surveyId }, auth, url }, form) {
    authorize(context, permissions, 'key-in-answers')
    const entered = enteredIn(form)
    if (entered['act'] === 'way') {
      await chooseEntryWay(context, { surveyId, way: entered['way'] === 'double' ? 'double' : 'single' })
      return { seeOther: `${surveyAddress(surveyId, '/entry')}?notice=saved` }
    }
    const survey = await getSurvey(context, surveyId)
    const { questionnaire, version } = await getPublishedQuestionnaire(context, surveyId, versionIn(url))
    const read = await readEntry(context, { survey, secret: auth.secret, questionnaire, entered })
    const { problems, pass } = read
    const isTwice = (await getEntries(context, surveyId)).way === 'double'
    const number = readSheetNumber(entered['number'] ?? '')
    if (isTwice && !number) problems['number'] = '用紙に押した番号を、数字で入力してください'
    const again = async () => ({
      ...(await screen(context, surveyId, { entered, problems, done: '', url })),
      status: 422 as const,
    })
    if (Object.keys(problems).length > 0) return again()
    const here = (done: string): SeeOther => ({ seeOther: nextAddress({ surveyId, url, done, pass }) })
    if (!isTwice || !number) {
      const { cells, code, ...rest } = pass
      const answer = { version, receipt: newReceipt(), ...finishedAnswers(questionnaire, cells) }
      const input = { surveyId, secret: auth.secret, code: code || undefined, ...rest, answer }
      return here(await keyInAnswer(context, input))
    }
    const input = { surveyId, secret: auth.secret, number, version, pass }
    const keying = passIn(url) === 'second' ? keyInSecond(context, input) : keyInFirst(context, input)
    const outcome = await keying.catch((error: unknown) => {
      // A sheet of another number is the mistake of whoever types: it stands beside the field, and nothing typed is lost.
      if (!(error instanceof Refusal) || error.kind === 'forbidden') throw error
      problems['number'] =
        error.kind === 'not-found' ? `用紙${number}番は、まだ1回目が入力されていません` : error.message
    })
    return outcome ? here(outcome) : again()
  },
})

const passIn = (url: URL): PassName => (url.searchParams.get('pass') === 'second' ? 'second' : 'first')
const versionIn = (url: URL) => Number(url.searchParams.get('version')) || undefined

/** The same screen for the next sheet: pass, version and day stay. */
function nextAddress(going: {
  surveyId: string
  url: URL
  done: string
  pass: { receivedOn: string }
}): string {
  const { surveyId, url, done, pass } = going
  const query = new URLSearchParams({ done, day: pass.receivedOn })
  for (const name of ['pass', 'version']) {
    const value = url.searchParams.get(name)
    if (value) query.set(name, value)
  }
  return `${surveyAddress(surveyId, '/entry')}?${query}`
}

type State = { entered: Entered; problems: Problems; done: string; url: URL }

async function screen(context: Context, surveyId: string, { url, ...state }: State): Promise<Screen> {
  const survey = await getSurvey(context, surveyId)
  const versions = (await listPublishedQuestionnaires(context, surveyId)).map(({ version }) => version)
  const wanted = versionIn(url)
  const { questionnaire } =
    wanted && versions.includes(wanted)
      ? await getPublishedQuestionnaire(context, surveyId, wanted)
      : await getPaperQuestionnaire(context, surveyId)
  const entries = await getEntries(context, surveyId)
  const waiting = await countSheets(context, surveyId)
  const pass = passIn(url)
  return {
    ...surveyHead(survey, context.now),
    title: '紙の入力',
    body: (
      <EntryView
        {...{ survey, questionnaire, actor: context.actor, versions, entries, waiting, pass, ...state }}
      />
    ),
  }
}
