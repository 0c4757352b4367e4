import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '#test/town.ts'
import { Visitor } from './visitor.ts'

/**
 * A comment on one paragraph of the draft, and what is left of a call for comments when it is over: the result at its address, and the way of each
 * comment.
 */

let town: Town
let resident: Visitor

beforeAll(async () => {
  town = await openTown()
  resident = new Visitor(town.address)
})
afterAll(() => town.close())

test('the published result has three counts, sums that agree, reasons and changes', async () => {
  await resident.open('/comments')
  await resident.follow('結果を見る')
  expect(resident.words).toContain('表の計は、提出と意見の数に合っています')
  expect(resident.words).toContain('反映しない')
  expect(resident.words).toContain('理由：')
  expect(resident.words).toContain('修正前')
  const result = resident.path
  await resident.follow('この表をCSVで保存')
  expect(new TextDecoder().decode(resident.bytes)).toContain('市の考え方')
  await resident.open(`${result}.pdf`)
  expect(new TextDecoder('latin1').decode(resident.bytes.slice(0, 5))).toBe('%PDF-')
  await resident.open(`${result}.xlsx`)
  expect(new TextDecoder('latin1').decode(resident.bytes.slice(0, 2))).toBe('PK')
})

test('of a past case the resident finds, by number, the decision and the changed sentence', async () => {
  const past = await town.db
    .selectFrom('voiceSubmissions')
    .select('receiptNumber')
    .where('original', 'like', '%公園の木陰%')
    .orderBy('receivedOn')
    .executeTakeFirstOrThrow()
  await resident.open(`/voice/${past['receiptNumber']}`)
  expect(resident.words).toContain('一部反映')
  expect(resident.words).toContain('計画の文が変わりました')
  expect(resident.words).toContain('2件目')
})

test('from the comment to the measure, from the measure to all it rests on, and forward again', async () => {
  await resident.open('/evidence')
  await resident.follow('総合計画 後期基本計画（骨子案 第1版）への意見募集')
  expect(resident.words).toContain('直した文')
  await resident.follow('2-3 放課後の居場所づくり')
  expect(resident.words).toContain('寄せられた声')
  await resident.follow('声と根拠を、その先までたどる')
  for (const words of ['調査の集計', '市民の声', 'パブリックコメント', '根拠の強さ', '確かめる指標'])
    expect(resident.words).toContain(words)
  await resident.follow('このたどりのデータ（CSV）')
  expect(new TextDecoder().decode(resident.bytes)).toContain('結び付く所')
  const indicator = await town.db.selectFrom('planIndicators').select('id').executeTakeFirstOrThrow()
  await resident.open(`/indicators/${indicator['id']}`)
  await resident.follow('この指標の根拠と、その先をたどる')
  expect(resident.words).toContain('指標の値の出典')
})

test('a resident reads the draft paragraph by paragraph and quotes the words that are meant', async () => {
  const reader = resident
  await reader.open('/comments')
  await reader.follow('素案 第1版）への意見募集')
  await reader.follow('4-3 公共交通')
  await reader.follow('ここに意見を書く：4-3 公共交通 課題1')
  expect(reader.words).toContain('バスの便の数と時刻が')
  const said = { ご意見: '夜の便も要ります。', ご意見の公表について: 'public' }
  await reader.press('次へ進む', { ...said, 'とくに、この中のどの言葉ですか': '電車の便' })
  expect(reader.words).toContain('この言葉は、選んだ段落にありません')
  await reader.press('次へ進む', { 'とくに、この中のどの言葉ですか': 'バスの便' })
  await reader.press('確認へ進む', { お名前: '読み手', ご住所: '小絹2番地' })
  expect(reader.words).toContain('4-3 公共交通 課題1')
  await new Promise((resolve) => setTimeout(resolve, 3100))
  await reader.press('この内容で送る')
  expect(reader.words).toContain('受付番号')
}, 20_000)
