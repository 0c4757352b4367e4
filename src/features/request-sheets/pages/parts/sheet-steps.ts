import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import type { Download, SeeOther } from '#src/platform/page.ts'
import type { VersionRow } from '#src/ui/both-versions.tsx'
import { draftKept } from '#src/ui/waiting-draft.tsx'
import { answerWords, typedAnswer } from '../../core/answer-words.ts'
import type { Answers, SheetField } from '../../core/fields.ts'
import { readAnswer } from '../../core/read-answer.ts'
import { remarksFrom } from '../../core/review.ts'
import { remarksIn, returnForm } from '../../core/round-form.ts'
import { commentForm, formPart, rulingForm } from '../../core/ruling-form.ts'
import {
  missingFields,
  missingWords,
  openFields,
  type RequestRound,
  type RequestSheet,
} from '../../core/sheets.ts'
import { approveSheet, fillSheet } from '../../store/commands.ts'
import { discardSheetDraft, keepSheetDraft } from '../../store/commands-drafts.ts'
import { acceptSheet, amendSheet, commentOnSheet, returnSheet } from '../../store/commands-review.ts'
import { getSheet } from '../../store/queries.ts'
import { listReferences } from '../../store/queries-references.ts'
import { listComments } from '../../store/queries-review.ts'
import { sheetAddress } from './addresses.ts'

/** What the page shows again after a step: what was typed, in which form, and what was wrong with it. */
export type SheetState = {
  entered?: Entered
  problems?: Problems
  rows?: readonly VersionRow[]
  step?: string
}
export type Back = SheetState & { status: 200 | 409 | 422 }

type Asked = { sheet: RequestSheet; round: RequestRound; form: FormData; entered: Entered }

/** One step with a sheet: fill, look, approve, comment, return, amend, accept. */
export async function takeStep(
  context: Context,
  sheetId: string,
  form: FormData,
): Promise<SeeOther | Download | Back> {
  const entered = enteredIn(form)
  if (entered['act'] === 'draft') {
    const { act: _, revision, ...typed } = entered
    await keepSheetDraft(context, { sheetId, entered: typed, revision: Number(revision) })
    return draftKept(context.now)
  }
  if (entered['act'] === 'discard') {
    await discardSheetDraft(context, { sheetId })
    return { seeOther: `${sheetAddress(sheetId)}?notice=draft-dropped` }
  }
  const asked = { ...(await getSheet(context, sheetId)), form, entered }
  switch (entered['act']) {
    case 'approve':
      return approve(context, asked)
    case 'accept':
      return accept(context, asked)
    case 'return':
      return giveBack(context, asked)
    case 'amend':
      return amend(context, asked)
    case 'comment':
      return comment(context, asked)
    case 'look':
      return { status: 200, entered, step: 'fill' }
    default:
      return fill(context, asked)
  }
}

const revisionOf = ({ entered }: Asked) => Number(entered['revision'])

type Read = { answers: Answers; problems: Problems }

/** The answers of a form; the names of its fields may stand behind a prefix. */
async function readAnswers(context: Context, fields: readonly SheetField[], entered: Entered): Promise<Read> {
  const references = await listReferences(context, fields)
  const read: Read = { answers: {}, problems: {} }
  for (const field of fields) {
    const typed = typedAnswer(field, entered)
    if (typed === undefined || field.kind === 'attachment') continue
    const answer = readAnswer(field, typed, references)
    if (answer.problem === undefined) read.answers[field.id] = answer.value
    else read.problems[field.id] = answer.problem
  }
  return read
}

async function fill(context: Context, asked: Asked): Promise<SeeOther | Back> {
  const { sheet, round, entered } = asked
  const { answers, problems } = await readAnswers(context, openFields(sheet, round.fields), entered)
  if (Object.keys(problems).length > 0) return { status: 422, entered, problems, step: 'fill' }
  return saved(
    context,
    asked,
    fillSheet(context, { sheetId: sheet.id, revision: revisionOf(asked), answers }),
  )
}

async function approve(context: Context, asked: Asked): Promise<SeeOther | Back> {
  const { sheet, round, entered } = asked
  const problem = missingWords(sheet.answers, round.fields)
  const [missing] = missingFields(sheet.answers, round.fields)
  if (problem && missing)
    return { status: 422, entered, problems: { [missing.id]: problem }, step: 'approve' }
  return saved(context, asked, approveSheet(context, { sheetId: sheet.id, revision: revisionOf(asked) }))
}

/** The ruling of a step, its names behind the name of the step. */
function rulingOf(context: Context, { form }: Asked, step: string) {
  const read = readForm(rulingForm, formPart(form, `${step}-`))
  if (read.problems) return { problems: prefixed(read.problems, step) }
  const { decidedOn, ...values } = read.values
  return { ruling: { ...values, decidedOn: decidedOn ?? tokyoDay(context.now) } }
}

const prefixed = (problems: Problems, step: string): Problems =>
  Object.fromEntries(Object.entries(problems).map(([name, problem]) => [`${step}-${name}`, problem]))

async function accept(context: Context, asked: Asked): Promise<SeeOther | Back> {
  const { sheet, entered } = asked
  const { ruling, problems } = rulingOf(context, asked, 'accept')
  if (!ruling) return { status: 422, entered, problems, step: 'accept' }
  const open = (await listComments(context, sheet.id)).filter(
    ({ outcome, kind }) => !outcome && kind !== 'note',
  )
  if (open.length > 0 && ruling.reason === '') {
    const problem = `対応していない意見が${open.length}件あります。そのままとする理由を書いてください`
    return { status: 422, entered, problems: { 'accept-reason': problem }, step: 'accept' }
  }
  return saved(
    context,
    asked,
    acceptSheet(context, { ...ruling, sheetId: sheet.id, revision: revisionOf(asked) }),
  )
}

async function giveBack(context: Context, asked: Asked): Promise<SeeOther | Back> {
  const { sheet, round, form, entered } = asked
  const { ruling, problems } = rulingOf(context, asked, 'return')
  if (!ruling) return { status: 422, entered, problems, step: 'return' }
  const read = readForm(returnForm, form)
  if (read.problems) return { status: 422, entered, problems: read.problems, step: 'return' }
  const remarks = remarksIn(entered, round.fields)
  const all = [...remarks, ...remarksFrom(await listComments(context, sheet.id))]
  if (openFields({ state: 'returned', remarks: all }, round.fields).length === 0) {
    const problem = '差し戻す項目に、要修正か質問を書いてください'
    return { status: 422, entered, problems: { dueOn: problem }, step: 'return' }
  }
  const given = {
    ...ruling,
    sheetId: sheet.id,
    revision: revisionOf(asked),
    remarks,
    dueOn: read.values.dueOn,
  }
  return saved(context, asked, returnSheet(context, given))
}

async function amend(context: Context, asked: Asked): Promise<SeeOther | Back> {
  const { sheet, round, form, entered } = asked
  const own = enteredIn(formPart(form, 'amend-'))
  const { ruling, problems = {} } = rulingOf(context, asked, 'amend')
  const read = await readAnswers(context, round.fields, own)
  const wrong = { ...problems, ...prefixed(read.problems, 'amend') }
  if (ruling?.reason === '') wrong['amend-reason'] = '直した理由を書いてください'
  const isSame = Object.entries(read.answers).every(([id, value]) => (sheet.answers[id] ?? '') === value)
  if (isSame && Object.keys(wrong).length === 0) wrong['amend-reason'] = '直した項目がありません'
  if (!ruling || Object.keys(wrong).length > 0)
    return { status: 422, entered, problems: wrong, step: 'amend' }
  const given = { ...ruling, sheetId: sheet.id, revision: revisionOf(asked), answers: read.answers }
  return saved(context, asked, amendSheet(context, given))
}

async function comment(context: Context, asked: Asked): Promise<SeeOther | Back> {
  const { sheet, form, entered } = asked
  const read = readForm(commentForm, formPart(form, 'comment-'))
  if (read.problems)
    return { status: 422, entered, problems: prefixed(read.problems, 'comment'), step: 'comment' }
  await commentOnSheet(context, { sheetId: sheet.id, ...read.values })
  return { seeOther: `${sheetAddress(sheet.id)}?notice=added` }
}

async function saved(context: Context, asked: Asked, saving: Promise<unknown>): Promise<SeeOther | Back> {
  const { sheet, round, entered } = asked
  const outcome = await unlessStale(saving)
  if (!outcome.isStale) return { seeOther: `${sheetAddress(sheet.id)}?notice=saved` }
  const now = (await getSheet(context, sheet.id)).sheet
  const references = await listReferences(context, round.fields)
  const rows = round.fields.flatMap((field) => {
    const typed = typedAnswer(field, entered)
    if (typed === undefined) return []
    const words = (value: string) => answerWords(field, value, references)
    return [{ label: field.label, saved: words(now.answers[field.id] ?? ''), typed: words(typed) }]
  })
  return { status: 409, entered, rows, step: entered['act'] ?? 'fill' }
}
