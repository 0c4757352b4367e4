import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '#test/town.ts'
import { colleagueOf, firstOfficer } from './office.ts'
import type { Visitor } from './visitor.ts'

/** A comment that came on paper: keyed in with its scan, compared by a second person, corrected, compared again. */

let town: Town
let officer: Visitor
let colleague: Visitor
let clerk: Visitor

beforeAll(async () => {
  town = await openTown()
  officer = await firstOfficer(town)
  colleague = await colleagueOf(officer, { name: '企画 次郎', email: 'jiro@example.jp', role: 'secretariat' })
  clerk = await colleagueOf(officer, { name: '入力 一郎', email: 'ichiro@example.jp', role: 'entry-clerk' })
})
afterAll(() => town.close())

const scan = '%PDF-1.4 秘密 花子の手紙'
const pdf = (text: string) => new File([text], '原本.pdf', { type: 'application/pdf' })

test('a letter is keyed in with its scan; what is no picture and no PDF is refused, and the words stay', async () => {
  await officer.open('/staff/comments')
  await officer.follow('素案 第1版）への意見募集')
  await officer.follow('受付')
  const said = { 方法: 'post', '意見（原文）': '=1+1 街灯がほしい', 氏名: '郵送 太郎' }
  await officer.press('受け付ける', { ...said, 原本の写し: pdf('<html>') })
  expect(officer.status).toBe(422)
  expect(officer.fieldValue('意見（原文）')).toBe('=1+1 街灯がほしい')
  await officer.press('受け付ける', { 原本の写し: pdf(scan) })
  expect(officer.words).toContain('別の人が原本と照らし合わせます')
  expect(JSON.stringify(await town.db.selectFrom('voiceScans').selectAll().execute())).not.toContain(scan)
})

test('a second person compares the words with the scan, corrects them, and a third look is asked for', async () => {
  await officer.open('/staff/voices?channel=comment&state=to-check&words=街灯がほしい')
  await officer.follow('街灯がほしい')
  await officer.open(officer.path.replace(/\/opinions.*/, '/paper'))
  expect(officer.words).toContain('あなたが打ったので、別の人が原本と照らし合わせます')
  const paper = officer.path
  await colleague.open(paper)
  await colleague.press('原本.pdfを開く')
  expect(new TextDecoder().decode(colleague.bytes)).toBe(scan)
  await colleague.open(paper)
  await colleague.press('直す', { 直した文: '=1+1 街灯が欲しい' })
  expect(colleague.status).toBe(422)
  expect(colleague.fieldValue('直した文')).toBe('=1+1 街灯が欲しい')
  await colleague.press('直す', { 直す理由: '字が違いました' })
  expect(colleague.words).toContain('あなたが打ったので')
  await officer.open(paper)
  await officer.press('原本のとおりだと確かめた')
  expect(officer.words).toContain('照合済み')
  await clerk.open(paper)
  expect(clerk.status).toBe(403)
}, 30_000)

test('the classes of answers are fitted to the city, and a case is written with them', async () => {
  await officer.open('/staff/comments')
  await officer.follow('対応区分の一覧')
  await officer.press('一覧を加える')
  expect(officer.status).toBe(422)
  await officer.press('一覧を加える', { 新しい一覧の名前: 'わたしたちの市の区分' })
  const key = officer.path.split('/').at(-1)?.split('?')[0] ?? ''
  await officer.press('保存する', { 一覧の名前: '市の区分（7つ）' })
  expect(officer.words).toContain('保存しました')
  expect(officer.all('input[name="class"]').filter((one) => one.getAttribute('value'))).toHaveLength(7)
  await officer.open('/staff/comments/new')
  expect(officer.all(`option[value="${key}"]`).map((one) => one.textContent)).toEqual(['市の区分（7つ）'])
  await clerk.open('/staff/comments/classes')
  expect(clerk.status).toBe(403)
})

test('one answer names several places it changed: none typed is lost, and each is whole or empty', async () => {
  await officer.open('/staff/comments')
  await officer.follow('素案 第1版）への意見募集')
  await officer.follow('市の考え方')
  const save = '選んだ意見への考え方を保存する'
  const opinion = { opinion: officer.all('input[name="opinion"]')[0]?.getAttribute('value') ?? '' }
  const placeAt = (label: string) =>
    officer
      .all('select[name="planRef-0"] option')
      .find((option) => option.textContent === label)
      ?.getAttribute('value') ?? ''
  const places = {
    'planRef-0': placeAt('3-3 防災 第4段落'),
    'planRef-1': placeAt('3-3 防災 指標「訓練に参加した市民」'),
  }
  await officer.pressWith(
    '直したところを、もう1つ加える',
    { 対応区分: 'adopted', 市の考え方: '2か所を直します。' },
    { ...opinion, 'planRef-0': places['planRef-0'], 'after-0': '新しい段落' },
  )
  expect(officer.all('textarea[name="after-0"]')[0]?.textContent).toBe('新しい段落')
  await officer.pressWith(save, {}, { ...opinion, 'planRef-1': places['planRef-1'] })
  expect(officer.status).toBe(422)
  expect(officer.all('#before-0-problem, #before-1-problem, #after-1-problem')).toHaveLength(3)
  await officer.pressWith('修正前と修正後を、いまの計画との違いから写す', {}, opinion)
  expect(officer.all('#planRef-1-problem')[0]?.textContent).toContain('意見を募った版から変わっていません')
  await officer.pressWith(
    save,
    {},
    { ...opinion, 'before-0': '旧い段落', 'before-1': '10人', 'after-1': '20人' },
  )
  expect(officer.words).toContain('承認待ち')
  expect(officer.all('select[name^="planRef-"]')).toHaveLength(2)
  await officer.pressWith('保存する', {}, { 'planRef-0': '', 'before-0': '', 'after-0': '' })
  expect(officer.all('textarea[name="after-0"]')[0]?.textContent).toBe('20人')
  expect(officer.all('select[name^="planRef-"]')).toHaveLength(1)
})
