import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Context } from '#src/platform/context.ts'
import { isPostgres } from '#src/platform/database/transaction.ts'
import { openSealed } from '#src/platform/sealing.ts'
import { onEveryDatabase } from '#test/context.ts'
import { addQuestion, newQuestionnaire, saveQuestion } from '../core/questionnaire/edit-questionnaire.ts'
import { drawSample } from '../core/sample/draw-sample.ts'
import { asNobody } from './access.ts'
import { keepAnswerDraft, receiveAnswer } from './commands/answers.ts'
import { drawInvitations, type IssuedCode } from './commands/invitations.ts'
import { editQuestionnaire } from './commands/questionnaires.ts'
import { addSurvey, closeSurvey, openSurvey } from './commands/surveys.ts'
import { leastBatch } from './inbox.ts'

/** Everybody with the whole database tries to say which answer is whose (surveys.md §4.4). */

const secret = 'outside the database'
const strata = '地区,人口\n北,400\n南,300\n'

async function openedSurvey(context: Context, people: number) {
  const surveyId = await addSurvey(context, {
    title: '意向調査',
    introduction: '',
    universe: '',
    startsOn: '2026-03-01',
    endsOn: '2026-04-30',
    designKind: 'stratified',
    strata,
  })
  await editQuestionnaire(context, { surveyId, revision: 1, change: oneQuestion })
  const persons = Array.from({ length: people }, (_, at) => ({
    number: String(at).padStart(4, '0'),
    stratum: at % 2 === 0 ? '北' : '南',
  }))
  const draw = drawSample(persons, { sample: people, rule: 'proportional', seed: '1' })
  const codes = await drawInvitations(context, { surveyId, secret, draw })
  await openSurvey(context, { surveyId })
  return { surveyId, codes }
}

function oneQuestion() {
  const { questionnaire } = addQuestion(newQuestionnaire(), 's1', 'number')
  const question = questionnaire.sections[0]?.questions[0]
  if (!question) throw new Error('no question')
  return saveQuestion(questionnaire, { ...question, text: '番号' })
}

/** Everybody answers with their own number: the truth the attack looks for. They answer in the order of `codes`. */
async function everybodyAnswers(context: Context, surveyId: string, codes: readonly IssuedCode[]) {
  for (const { code, number } of codes) {
    const access = { surveyId, secret, code }
    const cells = { q1: String(Number(number)) }
    await keepAnswerDraft(asNobody(context), access, { version: 1, cells, receipt: '', once: number })
    const answer = { version: 1, cells, texts: [{ column: 'q2', text: `わたしは${number}` }], receipt: 'R' }
    expect(await receiveAnswer(asNobody(context), { surveyId, access, answer, once: number })).toBe('open')
  }
}

/** Rows of a table in the order the engine keeps them, with its own columns. */
async function asTheEngineKeeps(context: Context, table: string, surveyId: string) {
  const order = isPostgres(context.db) ? sql`ctid, xmin::text as xmin` : sql`rowid`
  const { rows } = await sql<Record<string, unknown>>`
    select ${order}, * from ${sql.table(table)} where survey_id = ${surveyId}
    order by ${isPostgres(context.db) ? sql`ctid` : sql`rowid`}`.execute(context.db)
  return rows
}

/** How many guesses are right when the k-th answer of a stratum is said to be that of its k-th invitation. */
function rightGuesses(people: readonly string[], answers: readonly Record<string, unknown>[]): number {
  return answers.filter(({ cells }, place) => JSON.parse(String(cells)).q1 === String(Number(people[place])))
    .length
}

/** What a store that keeps answers in the order they come would hold. */
const answerOf = (number: string) => ({ cells: JSON.stringify({ q1: String(Number(number)) }) })

onEveryDatabase((contextAs) => {
  test('no order of rows, ids, transactions or audit entries joins an answer to an invitation', async () => {
    const context = contextAs('secretariat')
    const { surveyId, codes } = await openedSurvey(context, 120)
    await everybodyAnswers(context, surveyId, codes)
    const late = { ...context, now: new Date('2026-05-02T09:00:00+09:00') }
    for (const isClosed of [false, true]) {
      if (isClosed) await closeSurvey(late, { surveyId, secret })
      const answers = await asTheEngineKeeps(context, 'surveyAnswers', surveyId)
      const invitations = await asTheEngineKeeps(context, 'surveyInvitations', surveyId)
      if (isClosed) expect(answers).toHaveLength(120)
      for (const stratum of ['北', '南']) {
        const own = answers.filter((row) => row['stratum'] === stratum)
        const inTime = codes.filter((one) => one.stratum === stratum).map(({ number }) => number)
        const inPlace = invitations
          .filter((row) => row['stratum'] === stratum)
          .map((row) => String(row['addresseeNumber'] ?? row['addressee_number']))
        const byId = [...own].sort((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1))
        const attacks = [inTime, inPlace].flatMap((people) =>
          [own, own.toReversed(), byId].map((rows) => rightGuesses(people, rows)),
        )
        // By chance one guess a batch is right: three before the close, then one. More come once in a million tries.
        expect(Math.max(...attacks)).toBeLessThan(isClosed ? 10 : 16)
        expect(rightGuesses(inTime, inTime.map(answerOf))).toBe(60)
      }
    }
  })

  test('no transaction wrote the answers of fewer than a batch of one stratum', async () => {
    const context = contextAs('secretariat')
    if (!isPostgres(context.db)) return
    const { surveyId, codes } = await openedSurvey(context, 90)
    await everybodyAnswers(context, surveyId, codes)
    const answers = await asTheEngineKeeps(context, 'surveyAnswers', surveyId)
    const groups = Map.groupBy(answers, (row) => `${row['xmin']} ${row['stratum']}`)
    expect(Math.min(...[...groups.values()].map((rows) => rows.length))).toBeGreaterThanOrEqual(leastBatch)
    await closeSurvey({ ...context, now: new Date('2026-05-02T09:00:00+09:00') }, { surveyId, secret })
    for (const table of ['surveyAnswers', 'surveyInvitations', 'surveyTexts']) {
      const rows = await asTheEngineKeeps(context, table, surveyId)
      expect(new Set(rows.map((row) => row['xmin'])).size).toBe(1)
    }
  })

  test('answers and invitations have no value in common but the survey and the stratum', async () => {
    const context = contextAs('secretariat')
    const { surveyId, codes } = await openedSurvey(context, 50)
    await everybodyAnswers(context, surveyId, codes)
    const valuesOf = async (table: string) =>
      new Set((await asTheEngineKeeps(context, table, surveyId)).flatMap(texts))
    const invitations = await valuesOf('surveyInvitations')
    for (const table of ['surveyAnswers', 'surveyTexts', 'surveyInbox', 'surveyDrafts', 'surveyTallies']) {
      const shared = [...(await valuesOf(table))].filter((value) => invitations.has(value))
      expect(shared.filter((value) => ![surveyId, '北', '南'].includes(value))).toEqual([])
    }
    const answers = await valuesOf('surveyAnswers')
    const free = [...(await valuesOf('surveyTexts'))].filter((value) => answers.has(value))
    expect(free.filter((value) => ![surveyId, '北', '南', '2026-04-01'].includes(value))).toEqual([])
  })

  test('what waits in the inbox cannot be read with the database alone, nor can its length tell', async () => {
    const context = contextAs('secretariat')
    const { surveyId, codes } = await openedSurvey(context, 10)
    await everybodyAnswers(context, surveyId, codes)
    const rows = await asTheEngineKeeps(context, 'surveyInbox', surveyId)
    expect(rows).toHaveLength(10)
    expect(new Set(rows.map((row) => String(row['sealed']).length)).size).toBe(1)
    const purpose = `survey inbox ${surveyId}`
    expect(openSealed({ secret: 'guessed', purpose }, String(rows[0]?.['sealed']))).toBeUndefined()
    const sent = await asTheEngineKeeps(context, 'surveyDrafts', surveyId)
    expect(new Set(sent.map((row) => String(row['sealed']).length)).size).toBe(1)
    expect(sent.map((row) => openSealed({ secret, purpose }, String(row['sealed'])))).not.toContain('0000')
  })

  test('the audit entry of an answer names the survey only, and nobody', async () => {
    const context = contextAs('secretariat')
    const { surveyId, codes } = await openedSurvey(context, 10)
    await everybodyAnswers(context, surveyId, codes)
    const entries = await context.db
      .selectFrom('auditEntries')
      .select(['actor', 'role', 'object', 'version', 'beforeHash', 'afterHash', 'reason'])
      .where('action', '=', 'answer-survey')
      .where('object', 'like', `%${surveyId}%`)
      .execute()
    expect(entries).toHaveLength(10)
    const nothing = { version: '', beforeHash: '', afterHash: '', reason: '' }
    for (const entry of entries)
      expect(entry).toEqual({ actor: 'public', role: 'public', object: surveyId, ...nothing })
  })
})

const texts = (row: Record<string, unknown>) =>
  Object.entries(row).flatMap(([name, value]) =>
    typeof value === 'string' && value.length > 1 && !['state', 'xmin', 'ctid'].includes(name) ? [value] : [],
  )
