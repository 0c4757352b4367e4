import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort, openTown, type Town } from '#test/town.ts'
import { colleagueOf, firstOfficer } from './office.ts'
import { Visitor } from './visitor.ts'

/**
 * A call for comments: written by one, announced by another; a resident writes, and later finds what became
 * of it.
 */

let town: Town
let officer: Visitor
let publisher: Visitor
let privacy: Visitor
let resident: Visitor

beforeAll(async () => {
  town = await openTown({ environment: { PORT: String(await freePort()) } })
  officer = await firstOfficer(town)
  publisher = await colleagueOf(officer, { name: '公開 公子', email: 'kimiko@example.jp', role: 'publisher' })
  privacy = await colleagueOf(officer, {
    name: '秘匿 宏',
    email: 'hiroshi@example.jp',
    role: 'privacy-officer',
  })
  resident = new Visitor(town.address)
})
afterAll(() => town.close())

const number = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{2}/
const secretWord = /合い言葉 ([2-9A-Z]{4}-[2-9A-Z]{4})/
const words = '高学年の居場所は賛成です。<img src=x onerror=alert(1)> ただ、週3日では足りません。'
const pause = () => new Promise((resolve) => setTimeout(resolve, 3100))

/** Fills the three pages of the form and sends. */
async function write(visitor: Visitor, text: string) {
  await visitor.open('/comments')
  await visitor.follow('素案 第1版）への意見募集')
  await visitor.follow('意見を書く')
  await visitor.press('次へ進む', { ご意見: text, ご意見の公表について: 'public' })
  await visitor.press('確認へ進む', {
    お名前: '秘密 花子',
    ご住所: '小絹1番地',
    連絡先: 'himitsu@example.jp',
  })
  await pause()
  await visitor.press('この内容で送る')
}

let receipt = ''
let secret = ''

test('a resident writes in three pages without scripts and gets a number and a word', async () => {
  await resident.open('/comments')
  await resident.follow('素案 第1版）への意見募集')
  expect(resident.words).toContain('募集中')
  await resident.follow('意見を書く')
  await resident.press('次へ進む', { ご意見: words })
  expect(resident.status).toBe(422)
  expect(resident.fieldValue('ご意見')).toBe(words)
  await resident.press('次へ進む', { ご意見の公表について: 'public' })
  await resident.press('確認へ進む')
  expect(resident.words).toContain('お名前を書いてください')
  await resident.press('確認へ進む', { お名前: '秘密 花子', ご住所: '小絹1番地' })
  expect(resident.words).toContain(words)
  expect(resident.html).not.toContain('<img src=x')
  await resident.press('この内容で送る')
  expect(resident.words).toContain('少し待って')
  await pause()
  const again = resident.tab()
  await resident.press('この内容で送る')
  receipt = number.exec(resident.words)?.[0] ?? ''
  secret = secretWord.exec(resident.words)?.[1] ?? ''
  expect([receipt, secret]).not.toContain('')
  expect(again.path).toBeDefined()
}, 20_000)

test('the ticket of the check page cannot be made up, and the trap for machines is closed', async () => {
  const machine = new Visitor(town.address)
  await machine.open('/comments')
  await machine.follow('素案 第1版）への意見募集')
  const address = `${machine.path}/write`
  const post = async (more: Record<string, string>) => {
    const fields = {
      about: '',
      text: 'x',
      district: '',
      ageBand: '',
      consent: 'public',
      name: 'a',
      address: 'b',
      reach: '',
      go: 'send',
      ...more,
    }
    const answer = await fetch(town.address + address, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: town.address },
    })
    return { status: answer.status, html: await answer.text() }
  }
  expect((await post({ ticket: 'su_0000000000.1.x' })).html).toContain('この画面は古くなりました')
  expect((await post({ website: 'http://spam.example' })).status).toBe(422)
  expect((await post({ about: 'me_0000000000', go: 'check' })).status).toBe(200)
  expect((await post({ about: "me_' or 1=1" })).status).toBe(422)
})

test('post and the counter are numbered the same way', async () => {
  await officer.open('/staff/comments')
  await officer.follow('素案 第1版）への意見募集')
  await officer.follow('受付')
  await officer.press('受け付ける', { 方法: 'post', '意見（原文）': '=1+1 街灯がほしい', 氏名: '郵送 太郎' })
  expect(officer.words).toMatch(number)
  await officer.press('受け付ける', { 方法: 'post', 届いた日: '2099-01-01', '意見（原文）': 'x' })
  expect(officer.status).toBe(422)
})

test('the trace tells strangers nothing: not the words, not whether a number was near', async () => {
  const stranger = new Visitor(town.address)
  await stranger.open(`/voice/${receipt}`)
  expect(stranger.words).toContain('これから読みます')
  expect(stranger.html).not.toMatch(/高学年|花子|小絹/)
  await stranger.press('文を見る', { 合い言葉: 'AAAA-AAAA' })
  expect(stranger.status).toBe(422)
  expect(stranger.html).not.toContain('高学年')
  await stranger.press('文を見る', { 合い言葉: secret.toLowerCase() })
  expect(stranger.words).toContain(words)
  const answers: string[] = []
  for (const wrong of [`${receipt.slice(0, -1)}2`, 'ZZZZ-ZZZZ-ZZ', 'abc']) {
    await stranger.open(`/voice/${wrong}`)
    answers.push(`${stranger.status}${stranger.words}`)
  }
  expect(new Set(answers.filter((answer) => answer.startsWith('404'))).size).toBe(1)
})

test('names lie sealed in the database and in no page of the office but the privacy desk', async () => {
  const rows = JSON.stringify(await town.db.selectFrom('voicePeople').selectAll().execute())
  const audit = JSON.stringify(await town.db.selectFrom('auditEntries').selectAll().execute())
  expect(rows + audit).not.toMatch(/花子|小絹|郵送 太郎/)
  await officer.open('/staff/voices?words=高学年')
  await officer.follow('高学年の居場所')
  expect(officer.html).not.toMatch(/秘密 花子|小絹/)
  await privacy.open('/staff/voices/contacts')
  await privacy.press('さがす', { 受付番号: receipt })
  const desk = privacy.path
  await privacy.press('連絡先を見る')
  expect(privacy.status).toBe(422)
  await privacy.press('連絡先を見る', { 見る理由: 'reply' })
  expect(privacy.words).toContain('秘密 花子')
  await officer.open(desk)
  expect(officer.path).toBe('/staff/voices/contacts')
  const sneaking = new URLSearchParams({ reason: 'reply' })
  const headers = { cookie: officer.cookie, origin: town.address }
  expect((await fetch(town.address + desk, { method: 'POST', body: sneaking, headers })).status).toBe(403)
  const looks = await town.db
    .selectFrom('auditEntries')
    .selectAll()
    .where('action', '=', 'read-contact')
    .execute()
  expect(looks).toMatchObject([{ reason: 'reply' }])
})

test('a reply says what its class asks, and another person approves it', async () => {
  await officer.open('/staff/comments')
  await officer.follow('素案 第1版）への意見募集')
  await officer.follow('市の考え方')
  const [box] = officer.all('input[name="opinion"]')
  const opinion = { opinion: box?.getAttribute('value') ?? '' }
  await officer.pressWith(
    '選んだ意見への考え方を保存する',
    { 対応区分: 'adopted', 市の考え方: '直します。' },
    opinion,
  )
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('には、直したところと、修正前・修正後の文が要ります')
  await officer.pressWith(
    '選んだ意見への考え方を保存する',
    { 対応区分: 'covered', 市の考え方: '書いてあります。' },
    opinion,
  )
  expect(officer.words).toContain('あなたが書いたか、確認したので、別の人が承認します')
  const address = officer.path
  await publisher.open(address)
  await publisher.press('承認する')
  expect(publisher.words).toContain('承認済み')
  await publisher.open(address.replace(/replies.*/, 'result'))
  expect(publisher.words).toContain('募集の期間が終わっていません')
  expect(publisher.all('button').some((one) => one.textContent?.includes('結果を公表する'))).toBe(false)
})

test('a case is announced by another than its writer; a short one says why', async () => {
  await officer.open('/staff/comments/new')
  const sheet = {
    案件名: '地区別の案への意見募集',
    趣旨: '短い募集です。',
    始まりの日: '2099-04-01',
    終わりの日: '2099-04-10',
    提出の方法: '郵送',
    閲覧場所: '庁舎',
    担当課: '企画政策課',
  }
  await officer.press('保存する', sheet)
  expect(officer.words).toContain('決まりの30日より短くなります')
  await officer.press('保存する', { 短くする理由: '議会の日程のため' })
  expect(officer.words).toContain('期間は10日です')
  expect(officer.all('button').some((one) => one.textContent?.includes('公表する'))).toBe(false)
  const address = officer.path.split('?')[0] ?? ''
  await resident.open(address.replace('/staff', ''))
  expect(resident.status).toBe(404)
  await publisher.open(address)
  expect(publisher.words).toContain('資料がありません')
  expect(publisher.all('button').some((one) => one.textContent?.includes('公表する'))).toBe(false)
  await officer.follow('案件を直す')
  await officer.press('保存する', { 関係資料: '前期基本計画（このサイト）' })
  await publisher.open(address)
  await publisher.press('この意見募集を公表する')
  await resident.open(address.replace('/staff', ''))
  expect(resident.words).toContain('予告')
  await resident.open(`${address.replace('/staff', '')}/write`)
  expect(resident.words).toContain('いまは、意見を受け付けていません')
})

test('many comments of one place are taken and wait to be looked at: nobody is shut out', async () => {
  for (let count = 0; count < 2; count++) await write(new Visitor(town.address), `続けて${count}`)
  await town.db.updateTable('signInTries').set({ count: 100 }).where('count', '<=', 10).execute()
  const late = new Visitor(town.address)
  await write(late, '二十一人目です')
  expect(late.words).toContain('受け付けました')
  await officer.open('/staff/voices?state=held')
  expect(officer.words).toContain('二十一人目です')
  await officer.follow('二十一人目です')
  await officer.open(officer.path.replace(/\/opinions.*/, ''))
  await officer.press('確認した')
  await officer.open('/staff/voices?state=held')
  expect(officer.words).not.toContain('二十一人目です')
}, 60_000)

test('a withdrawn comment is gone, and its number says so', async () => {
  await officer.open('/staff/voices?words=高学年')
  await officer.follow('高学年の居場所')
  await officer.open(officer.path.replace(/\/opinions.*/, ''))
  await officer.press('取り下げを記録する')
  await resident.open(`/voice/${receipt}`)
  expect(resident.words).toContain('取り下げられました')
  await resident.open('/comments')
  expect(resident.status).toBe(200)
})
