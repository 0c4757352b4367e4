import type { Browser, Page } from 'playwright-core'
import { approveReply, draftReply } from '#src/features/public-comment/store/commands/replies.ts'
import { listComments, listReplies } from '#src/features/public-comment/store/queries/replies.ts'
import { redactOpinion, releaseOpinion } from '#src/features/voices/store/commands/disclosure.ts'
import { checkTranscript } from '#src/features/voices/store/commands/transcripts.ts'
import { getOpinion, getSubmission } from '#src/features/voices/store/queries/voices.ts'
import { staffRoles } from '#src/lib/permissions.ts'
import type { Context } from '#src/platform/context.ts'
import type { Town } from '#test/town.ts'
import type { People } from './page-checks.ts'
import type { Check } from './run.ts'
import { newPublisher } from './sign-in-checks.ts'

type Ways = { town: Town; browser: Browser; people: People }

/** A call for comments by keyboard alone: a resident submits; the office splits, classifies, answers, approves, publishes. */
export function commentChecks(ways: Ways): Check[] {
  return [{ name: 'a public comment by keyboard alone', run: () => walk(ways) }]
}

const words = '夜のバスを増やしてほしい。街灯も足りません。'

async function walk({ town, browser, people }: Ways): Promise<string[]> {
  const call = await town.db
    .selectFrom('commentCases')
    .select('id')
    .where('publishedAt', 'is', null)
    .executeTakeFirstOrThrow()
  const caseId = String(call['id'])
  await submit(await people.resident.wide.newPage(), `${town.address}/comments/${caseId}/write`)
  const officer = await people.officer.wide.newPage()
  const opinion = await town.db
    .selectFrom('voiceOpinions')
    .select(['id', 'submissionId'])
    .where('verbatim', '=', words)
    .executeTakeFirstOrThrow()
  await sort(officer, `${town.address}/staff/voices/${opinion['submissionId']}/opinions/${opinion['id']}`)
  await answer(officer, `${town.address}/staff/comments/${caseId}/replies`)
  const publisher = await newPublisher({ town, browser, officer, email: 'goro@example.jp' })
  const [reply] = await listReplies(worker(town, 'secretariat'), caseId)
  await publisher.goto(`${town.address}/staff/comments/${caseId}/replies/${reply?.id}`)
  await pressButton(publisher, '承認する')
  await publisher.getByText('承認しました。').waitFor()
  await finish(town, caseId)
  await publisher.goto(`${town.address}/staff/comments/${caseId}/result`)
  await pressButton(publisher, '結果を公表する')
  await publisher.getByText('公開しました。').waitFor()
  return []
}

async function submit(page: Page, address: string) {
  await page.goto(address)
  await type(page, 'ご意見', words)
  await choose(page, 'ご意見の公表について', '文をそのまま')
  await pressButton(page, '次へ進む')
  await type(page, 'お名前', '鍵盤 花子')
  await type(page, 'ご住所', '小絹1番地')
  await pressButton(page, '確認へ進む')
  await page.waitForTimeout(3100)
  await pressButton(page, 'この内容で送る')
  await page.getByRole('heading', { name: '受け付けました' }).waitFor()
}

async function sort(page: Page, address: string) {
  await page.goto(address)
  await focus(page, '街灯も足りません')
  await page.keyboard.press('Space')
  await pressButton(page, '選んだところで分ける')
  await page.getByText('保存しました。').waitFor()
  await page.goto(address)
  await choose(page, '種別', '要望')
  await type(page, '要約', '夜のバスの増便')
  await pressButton(page, '分類を保存する')
  await page.locator('main p', { hasText: '夜のバスの増便' }).waitFor()
}

async function answer(page: Page, address: string) {
  await page.goto(address)
  await focus(page, '夜のバスを増やしてほしい')
  await page.keyboard.press('Space')
  await choose(page, '対応区分', '今後の参考')
  await type(page, '市の考え方', '便の数を、会社と相談します。')
  await pressButton(page, '選んだ意見への考え方を保存する')
  await page.getByText('承認待ち').first().waitFor()
}

const worker = (town: Town, id: string): Context => ({
  ...town.contextNow(),
  actor: { id, roles: [...staffRoles] },
})

/** What is left until the result: others mask, release, compare and answer, and the period ends. */
async function finish(town: Town, caseId: string) {
  const [one, two] = [worker(town, 'first-worker'), worker(town, 'second-worker')]
  const content = {
    classKey: 'reference',
    text: '参考にします。',
    reason: '',
    changes: [],
  }
  const answered = new Set((await listReplies(one, caseId)).flatMap(({ opinionIds }) => opinionIds))
  for (const { id, submissionId, method, verbatim, kind } of await listComments(one, caseId)) {
    const submission = await getSubmission(one, submissionId)
    if (method !== 'online' && !submission.checkedBy)
      await checkTranscript(two, { submissionId, revision: submission.revision })
    const { revision } = await getOpinion(one, id)
    await redactOpinion(one, { opinionId: id, revision, redacted: verbatim })
    await releaseOpinion(two, { opinionId: id, revision: revision + 1, disclosure: 'public', reason: '' })
    if (kind === 'none' || answered.has(id)) continue
    const replyId = await draftReply(one, { caseId, opinionIds: [id], content })
    await approveReply(two, { caseId, replyId, revision: 1 })
  }
  const row = await town.db
    .selectFrom('commentCases')
    .select('sheet')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  const sheet = { ...JSON.parse(String(row['sheet'])), closesOn: '2020-01-31', opensOn: '2020-01-01' }
  await town.db
    .updateTable('commentCases')
    .set({ sheet: JSON.stringify(sheet) })
    .where('id', '=', caseId)
    .execute()
}

/** Tabs on until what has the focus is called so. */
async function focus(page: Page, name: string) {
  for (let tries = 0; tries < 250; tries++) {
    await page.keyboard.press('Tab')
    const called = await page.evaluate(() => {
      const at = document.activeElement
      const labels =
        at instanceof HTMLInputElement || at instanceof HTMLSelectElement || at instanceof HTMLTextAreaElement
          ? at.labels
          : null
      return labels?.[0]?.textContent ?? at?.textContent ?? ''
    })
    if (called.trim().startsWith(name)) return
  }
  throw new Error(`the keyboard does not reach 「${name}」`)
}

async function type(page: Page, field: string, text: string) {
  await focus(page, field)
  await page.keyboard.insertText(text)
}

/** Goes through the choices of a list by arrow key, as without a mouse. */
async function choose(page: Page, field: string, choice: string) {
  await focus(page, field)
  for (let tries = 0; tries < 60; tries++) {
    const chosen = await page.evaluate(() => {
      const at = document.activeElement
      return at instanceof HTMLSelectElement ? (at.selectedOptions[0]?.textContent ?? '') : ''
    })
    if (chosen.startsWith(choice)) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`the keyboard does not choose 「${choice}」`)
}

async function pressButton(page: Page, name: string) {
  await focus(page, name)
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}
