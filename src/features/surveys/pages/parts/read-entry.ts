import { readDay } from '#src/features/organization/core/read-day.ts'
import type { Questionnaire } from '#src/formats/survey-question.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import type { EntryPass } from '../../core/answering/double-entry.ts'
import { readKeyed } from '../../core/answering/key-in.ts'
import { readCode } from '../../core/answering/numbers-with-check.ts'
import { questionsOf } from '../../core/questionnaire/edit-questionnaire.ts'
import { stratumName } from '../../core/sample/strata.ts'
import type { Survey } from '../../core/survey.ts'
import { findInvitation } from '../../store/access.ts'

type Reading = { survey: Survey; secret: string; questionnaire: Questionnaire; entered: Entered }

/** A sheet as it was keyed in, and everything wrong with it, by field. */
export async function readEntry(
  context: Context,
  { survey, secret, questionnaire, entered }: Reading,
): Promise<{ pass: EntryPass; problems: Problems }> {
  const read = questionsOf(questionnaire).map((question) =>
    readKeyed(question, (name) => entered[name] ?? ''),
  )
  const cells = Object.assign({}, ...read.map((one) => one.cells)) as Record<string, string>
  const problems: Problems = Object.assign({}, ...read.map((one) => one.problems))
  const receivedOn = readDay(entered['receivedOn'] ?? '')
  if (!receivedOn || receivedOn > tokyoDay(context.now))
    problems['receivedOn'] = '届いた日を、今日までの日付で入力してください'
  const typed = (entered['code'] ?? '').trim()
  const code = readCode(typed)
  if (typed !== '' && !code) problems['code'] = '回答コードの形が違います。用紙の10文字を確かめてください'
  else if (code && !(await findInvitation(context, { surveyId: survey.id, secret, code })))
    problems['code'] = 'この回答コードは、この調査のものではありません'
  const stratum = entered['stratum'] ?? ''
  const isKnown = survey.strata.cells.some(({ codes }) => stratumName(codes) === stratum)
  if (stratum !== '' && !isKnown) problems['stratum'] = '層を選び直してください'
  if (Object.keys(cells).length === 0) problems['form'] = '1つも入力されていません。白紙の用紙は入力しません'
  return { pass: { code: code ?? '', stratum, receivedOn: receivedOn ?? '', cells }, problems }
}

/** The number stamped on a sheet: 0012 and １２ are the same sheet. */
export function readSheetNumber(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').trim()
  return /^\d{1,6}$/.test(digits) && Number(digits) > 0 ? String(Number(digits)) : undefined
}
