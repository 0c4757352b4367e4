import { afterAll, beforeAll, expect, test } from 'vitest'
import { lintFacts } from '#src/features/lint-facts.ts'
import { addEvidence, removeEvidence } from '#src/features/plan/store/commands/parts.ts'
import { lintNow } from '#src/features/plan/store/queries/lint.ts'
import { findPrimaryPlan, getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { listBrokenSources } from '#src/features/publication/store/queries/sources.ts'
import { withdrawResults } from '#src/features/surveys/store/commands/publication.ts'
import { getSurvey } from '#src/features/surveys/store/queries.ts'
import { withdrawSubmission } from '#src/features/voices/store/commands/disclosure.ts'
import { getSubmission } from '#src/features/voices/store/queries/voices.ts'
import { threadFile } from '#src/formats/thread.ts'
import type { Context } from '#src/platform/context.ts'
import { openTown, type Town } from '#test/town.ts'
import { firstOfficer } from './office.ts'
import { Visitor } from './visitor.ts'

/**
 * Who wrote one sentence at a table finds a year later what became of it, and walks from there to everything else the plan
 * rests on, and back. The office makes a figure evidence in one step, and is told of every way that is broken.
 */

let town: Town
let resident: Visitor
let office: Context

beforeAll(async () => {
  town = await openTown()
  resident = new Visitor(town.address)
  office = { ...town.contextNow(), lintFacts, actor: { id: 'tester', roles: ['secretariat', 'publisher'] } }
})
afterAll(() => town.close())

const main = () => resident.all('main')[0]?.textContent ?? ''
const hrefs = (selector: string) => resident.all(selector).map((one) => one.getAttribute('href') ?? '')
/** What the fragment of an address names on the page that is open. */
const landing = (href: string) => {
  const anchor = href.split('#')[1] ?? ''
  return anchor === '' ? undefined : resident.all('[id]').find((one) => one.getAttribute('id') === anchor)
}
const measure = '/plan/items/me_5n7ygz8k20'

test('the number on the card leads to the sentence of the plan that rests on it', async () => {
  const card = await town.db
    .selectFrom('voiceSubmissions')
    .select('receiptNumber')
    .where('original', '=', '予約の電話が不要な乗り物')
    .where('channel', '=', 'workshop')
    .executeTakeFirstOrThrow()
  await resident.open('/voice')
  await resident.press('調べる', { 受付番号: String(card['receiptNumber']) })
  expect(main()).toContain('計画の根拠になりました')
  const [issue = ''] = hrefs(`main a[href*="${measure}#"]`)
  await resident.open(issue)
  expect(landing(issue)?.textContent).toContain(
    'バスの便の数と時刻が、通院や買い物、通学といった毎日の暮らしの時間に合っていません。',
  )
})

test('from the measure every kind of source is a step away, and each leads back to it', async () => {
  await resident.open(measure)
  const sources = hrefs('#evidence a, [aria-labelledby="evidence"] a, main .sb-thread a')
  const [cell, figure, decision] = [
    /^\/surveys\/.*#c-/,
    /^\/statistics\/08235\/se_.*#t-2020$/,
    /^\/meetings\/.*#de_/,
  ].map((address) => sources.find((href) => address.test(href)) ?? '')
  await resident.open(cell ?? '')
  expect(landing(cell ?? '')?.textContent).toMatch(/^54\.1/)
  const back = hrefs('#led-to a, [aria-labelledby="led-to"] a, main dl a').find((href) =>
    href.startsWith(measure),
  )
  await resident.open(back ?? '')
  expect(resident.path.split('#')[0]).toBe(measure)

  await resident.open(figure ?? '')
  expect(landing(figure ?? '')?.textContent).toContain('13,152')
  expect(main()).toContain('公表している機関')
  expect(main()).toContain('利用の条件')
  expect(hrefs('main a')).toContainEqual(expect.stringMatching(new RegExp(`^${measure}#`)))
  expect(hrefs('main a')).toContain('/indicators/in_hmdw5ngck5')

  await resident.open(decision ?? '')
  expect(landing(decision ?? '')?.textContent).toContain('了承した')
  expect(hrefs('main a')).toContainEqual(expect.stringMatching(new RegExp(`^${measure}`)))
})

test('a mean of other cities and a figure of the frame lead to their pages, and from there back', async () => {
  await resident.open(measure)
  const sources = hrefs('main a')
  const mean = sources.find((href) => href.startsWith('/statistics/08235/comparison/')) ?? ''
  await resident.open(mean)
  expect(main()).toContain('茨城県内の市区町村（n＝44）の65歳以上の割合の平均')
  expect(main()).toContain('32.2')
  expect(main()).toContain('同じ県の制度と地域のなかでの位置を見るため')
  expect(hrefs('main a')).toContainEqual(expect.stringMatching(new RegExp(`^${measure}#`)))
  await resident.open('/statistics/08235/comparison/score--births--prefecture')
  expect(resident.status).toBe(404)
  await resident.open(measure)
  const frame = hrefs('main a').find((href) => href.startsWith('/population#')) ?? ''
  await resident.open(frame)
  expect(landing(frame)).toBeDefined()
  expect(main()).toContain('前提とした仮定')
  expect(hrefs('main a')).toContainEqual(expect.stringMatching(new RegExp(`^${measure}#`)))
})

test('the voice leads forward to the same place, and to no person', async () => {
  await resident.open(`${measure}/thread`)
  const [voices = ''] = hrefs('main a[href^="/evidence/is_"]')
  await resident.open(voices)
  expect(main()).toContain('昼のバスと、免許を返したあとの足が足りない')
  expect(hrefs('main a')).toContainEqual(expect.stringMatching(new RegExp(`^${measure}#`)))
  expect(main()).not.toContain('予約の電話が不要な乗り物')
})

test('the export holds the whole thread, and is of its format', async () => {
  await resident.open(`${measure}/thread.json`)
  const { threads } = threadFile.parse(JSON.parse(new TextDecoder().decode(resident.bytes)))
  const found = threads.filter(({ source }) => source.state === 'found').map(({ kind }) => kind)
  expect(new Set(found)).toEqual(
    new Set(['survey-cell', 'statistic', 'voice', 'comment', 'meeting-decision']),
  )
  expect(threads.map(({ source }) => source.state)).not.toContain('gone')
  await resident.open(`${measure}/thread.csv`)
  const lines = new TextDecoder().decode(resident.bytes)
  for (const { id } of threads) expect(lines).toContain(id)
  await resident.open('/evidence/threads.json')
  threadFile.parse(JSON.parse(new TextDecoder().decode(resident.bytes)))
})

test('a hidden figure has no address, and a series the plan does not rest on has no page', async () => {
  await resident.open('/surveys')
  const { id: surveyId } = await town.db
    .selectFrom('surveys')
    .select('id')
    .where('title', 'like', '令和8年度%')
    .executeTakeFirstOrThrow()
  await resident.open(`/surveys/${surveyId}/results/q5`)
  const hidden = resident.all('td.sb-landing').filter((one) => one.textContent?.includes('隠した数'))
  expect(hidden.length).toBeGreaterThan(0)
  expect(hidden.filter((one) => one.getAttribute('id'))).toEqual([])
  const other = await town.db
    .selectFrom('statisticsItems')
    .select('id')
    .where('code', '=', 'A1101')
    .executeTakeFirst()
  await resident.open(`/statistics/08235/${other?.['id']}`)
  expect(resident.status).toBe(404)
})

test('a figure of the statistics becomes evidence in one step, and the series says where it is used', async () => {
  const officer = await firstOfficer(town)
  await officer.open('/staff/statistics/cities/08235')
  await officer.follow('総人口')
  const here = officer.path
  await officer.press('施策の根拠に加える')
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('どの課題・方向・指標の根拠かを選んでください')
  const place = officer
    .all('select[name="from"] option')
    .find((one) => one.textContent?.includes('公共交通：指標'))
    ?.getAttribute('value')
  await officer.pressWith('施策の根拠に加える', { どの時点の数か: '2015' }, { from: place ?? '' })
  expect(officer.path).toContain('/items/me_5n7ygz8k20/evidence')
  expect(officer.words).toContain('49,136人')
  const links = officer.all('main a').map((one) => one.getAttribute('href'))
  expect(links).toContain('/staff/statistics/comparison/elderly-share?city=08235&group=prefecture')
  expect(links).toContain('/population#ages')
  await officer.open(here)
  expect(officer.words).toContain('計画のどこで使っているか')
  await officer.follow('根拠：「SSDSE-市区町村（SSDSE-A）」2020年版（抜粋） つくばみらい市 総人口')
  const names = officer.all('main .sb-rows__title a').map((one) => one.getAttribute('href') ?? '')
  expect(names).toContain(here)
  expect(names).toContainEqual(expect.stringMatching(/^\/surveys\/.*#c-/))
})

const itemId = 'me_5n7ygz8k20'
const from = `${itemId}/issues/p4`
async function broken() {
  const plan = await getPlanDocument(office, (await findPrimaryPlan(office))?.id ?? '')
  const sources = await listBrokenSources(office, plan)
  const { findings } = await lintNow(office, plan)
  const told = findings.filter(
    ({ ruleId, message }) => ruleId === 'ST007' && message.includes('根拠の参照先'),
  )
  expect(told).toHaveLength(sources.length)
  return sources.map(({ ref }) => ref)
}

test('nothing of the sample is broken', async () => {
  expect(await broken()).toEqual([])
})

test.each([
  ['a table that is not published', 'survey-cell', 'surveys/sv_xs4bva8yfe#q99'],
  ['a series that is not there any more', 'statistic', '人口 [statistics/se_zzzzzzzzzz#08235@2020]'],
  ['a year the series has no figure of', 'statistic', '人口 [statistics/se_b93v78kgwj#08235@1950]'],
  ['a group that is not declared', 'statistic', '平均 [statistics/mean/births/pg_zzzzzzzzzz#08235@2023]'],
  ['a comparison of a year without a value', 'statistic', 'statistics/compared/births#08235@1950'],
  ['a frame that was never adopted', 'statistic', 'planning-frame/fr_zzzzzzzzzz#frame@2027'],
  ['a year the frame is not of', 'statistic', 'planning-frame/fr_rk6ezbz511#frame@1999'],
  ['a voice that is not there', 'voice', 'voices/is_zzzzzzzzzz'],
  ['a decision that is not of the meeting', 'meeting-decision', 'deliberation/mt_2f0z96533p#de_zzzzzzzzzz'],
  ['a row the result does not have', 'voice', 'public-comment/cc_zzzzzzzzzz#no-1'],
  ['a sheet that is not accepted', 'document', 'request-sheets/rs_zzzzzzzzzz'],
] as const)('the lint finds %s', async (_, kind, ref) => {
  const link = { from, to: { kind, ref }, stance: 'supports' as const, level: 1, note: '' }
  const evidenceId = await addEvidence(office, { itemId, link })
  expect(await broken()).toEqual([ref])
  await removeEvidence(office, { itemId, evidenceId })
})

test('results that are taken back and a voice that is withdrawn break what rested on them, for residents too', async () => {
  const opinion = await town.db
    .selectFrom('voiceOpinions')
    .innerJoin('voiceSubmissions', 'voiceSubmissions.id', 'voiceOpinions.submissionId')
    .select(['voiceOpinions.id', 'voiceOpinions.submissionId'])
    .where('voiceOpinions.releasedBy', 'is not', null)
    .where('voiceOpinions.disclosure', '=', 'public')
    .executeTakeFirstOrThrow()
  const ref = `voices/${opinion['id']}`
  await addEvidence(office, {
    itemId,
    link: { from, to: { kind: 'voice', ref }, stance: 'supports', level: 1, note: '' },
  })
  expect(await broken()).toEqual([])
  const submissionId = String(opinion['submissionId'])
  await withdrawSubmission(office, {
    submissionId,
    revision: (await getSubmission(office, submissionId)).revision,
  })
  expect(await broken()).toEqual([ref])

  const surveyId = 'sv_xs4bva8yfe'
  const { revision } = await getSurvey(office, surveyId)
  await withdrawResults(office, { surveyId, revision })
  expect(await broken()).toEqual([expect.stringContaining(`surveys/${surveyId}#q8`), ref])
  const answer = await town.app.request(`${measure}/thread`, {
    headers: { host: new URL(town.address).host },
  })
  expect(await answer.text()).toContain('いまは見つかりません')
})
