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
  expect(resident.words).toContain('計の照合：すべて合っています')
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

test('beside a paragraph of the measure stand the comments on it, with words that two people released', async () => {
  await resident.open('/plan/items/me_5n7ygz8k20')
  const spoken = resident.all('main li[id] details, main .sb-para details').map((one) => ({
    place: one.closest('[id]')?.getAttribute('id'),
    words: one.textContent ?? '',
  }))
  expect(spoken.map(({ place }) => place)).toEqual(['me_5n7ygz8k20/issues/p4', 'me_5n7ygz8k20/issues/p6'])
  expect(spoken[1]?.words).toContain('ここへの意見 1件パブリックコメント 1件')
  expect(spoken[1]?.words).toContain('待ち時間の目標がない')
  expect(spoken[0]?.words).not.toContain('夜9時台')
})

test('a comment leads to its paragraph, and what was talked about after the answer stands after it', async () => {
  const past = await town.db
    .selectFrom('voiceSubmissions')
    .select('receiptNumber')
    .where('original', 'like', '%待ち時間の目標%')
    .executeTakeFirstOrThrow()
  await resident.open(`/voice/${past['receiptNumber']}`)
  const signs = resident.all('.sb-thread__node').map((one) => one.textContent?.trim())
  expect(signs).toEqual(['声', '分', '決', '議'])
  await resident.follow('4-3 公共交通 課題3')
  expect(resident.all('[id]').map((one) => one.getAttribute('id'))).toContain('me_5n7ygz8k20/issues/p6')
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

test('after contact data are destroyed, words purged, or a submission withdrawn, the number still answers and says so', async () => {
  const past = await town.db
    .selectFrom('voiceSubmissions')
    .select(['id', 'receiptNumber', 'sessionRef'])
    .where('original', 'like', '%公園の木陰%')
    .orderBy('receivedOn')
    .executeTakeFirstOrThrow()
  const receipt = `/voice/${past['receiptNumber']}`
  await resident.open(receipt)
  expect(resident.words).toContain('この意見募集の全体')
  expect(resident.words).not.toContain('廃棄しました')
  expect(resident.words).toContain('あなたの書いた文を見る')
  const confirmedAt = '2030-04-01T00:00:00.000Z'
  const purge = { id: 'vp_0000000000', subject: 'contacts', dueOn: '2030-04-01', confirmedAt }
  const counted = { confirmedBy: 'b', countBefore: 1, countPurged: 1, countAfter: 0, hash: '' }
  await town.db
    .insertInto('voicePurges')
    .values({ ...purge, ...counted, proposedBy: 'a', proposedAt: confirmedAt })
    .execute()
  await town.db
    .updateTable('voiceSubmissions')
    .set({ textPurgedAt: confirmedAt, original: '' })
    .where('id', '=', past['id'])
    .execute()
  // With a query: pages are kept until a command changes something, and these rows were changed behind its back.
  await resident.open(`${receipt}?later`)
  expect(resident.words).toContain('連絡先は、令和12年4月1日に廃棄しました')
  expect(resident.words).toContain('保存の期限が来たので、令和12年4月1日に廃棄しました')
  expect(resident.words).toContain('一部反映')
  expect(resident.words).not.toContain('あなたの書いた文を見る')
  await town.db
    .updateTable('voiceSubmissions')
    .set({ withdrawnAt: confirmedAt })
    .where('id', '=', past['id'])
    .execute()
  await resident.open(`${receipt}?later`)
  expect(resident.words).toContain('このご意見は、取り下げられました')
  expect(resident.words).not.toContain('一部反映')
})

test('who spoke at a table finds the sentence of the plan that rests on it', async () => {
  const card = await town.db
    .selectFrom('voiceOpinions')
    .innerJoin('voiceSubmissions', 'voiceSubmissions.id', 'voiceOpinions.submissionId')
    .innerJoin('voiceGivenCodes', 'voiceGivenCodes.opinionId', 'voiceOpinions.id')
    .innerJoin('voiceCodes', 'voiceCodes.id', 'voiceGivenCodes.codeId')
    .select(['voiceSubmissions.receiptNumber'])
    .where('channel', '=', 'workshop')
    .where('voiceCodes.planItemId', '!=', '')
    .where('withdrawnAt', 'is', null)
    .executeTakeFirstOrThrow()
  await resident.open(`/voice/${card['receiptNumber']}`)
  expect(resident.words).toContain('分けて、担当に届けました')
  expect(resident.words).toContain('主管：')
  await resident.follow('寄せられた声が、計画のどこにつながったかを見る')
  expect(resident.words).toContain('確かめる指標')
})
