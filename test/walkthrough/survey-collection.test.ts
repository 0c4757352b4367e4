import { afterAll, beforeAll, expect, test } from 'vitest'
import { colleagueOf } from './office.ts'
import { csv, SurveyStory } from './survey-story.ts'
import { Visitor } from './visitor.ts'

/** An open survey whose paper two people key in, and whose answers come from other services too. */

const story = new SurveyStory()
const { staff } = story
let officer: Visitor
let second: Visitor
const save = 'この1枚を保存して、次へ'

beforeAll(async () => {
  await story.begin()
  officer = story.officer
  await story.openPrepared()
  second = await colleagueOf(officer, { name: '入力 次郎', email: 'jiro@example.jp', role: 'entry-clerk' })
})
afterAll(() => story.town.close())

test('paper is keyed in twice; the second person sees nothing of the first, and equal sheets are taken', async () => {
  await officer.open(staff('/entry'))
  await officer.press('2人が別々に入力する')
  await officer.press(save, { 回答コード: story.codes[0] ?? '' })
  expect(officer.words).toContain('＊用紙に押した番号を、数字で入力してください')
  await officer.pressWith(save, { 用紙の番号: '0001' }, { q1: '2', q2: '13', q3: '.' })
  expect(officer.words).toContain('1回目を入力しました')
  await officer.pressWith(save, { 用紙の番号: '１' }, { q1: '2' })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('用紙1番は、すでに入力してあります')
  await second.open(staff('/entry'))
  await second.follow('2回目の入力')
  expect(second.all('input[name="q1"]').map((one) => one.getAttribute('value'))).toEqual([''])
  await second.pressWith(save, { 用紙の番号: '9' }, { q1: '2' })
  expect(second.words).toContain('用紙9番は、まだ1回目が入力されていません')
  const code = { 回答コード: story.codes[0] ?? '' }
  await second.pressWith(save, { 用紙の番号: '1', ...code }, { q1: '2', q2: '1 3', q3: '' })
  expect(second.words).toContain('1枚を入力しました')
  expect(second.words).toContain('待っている用紙（0枚）')
})

test('where they differ a third person decides with both before the eyes; the errors are counted', async () => {
  await officer.open(staff('/entry'))
  await officer.pressWith(save, { 用紙の番号: '2' }, { q1: '1', q3: '3' })
  await second.open(`${staff('/entry')}?pass=second`)
  await second.pressWith(save, { 用紙の番号: '2' }, { q1: '1', q3: '8' })
  expect(second.words).toContain('1回目と違う欄があります')
  for (const own of [officer, second]) {
    await own.open(staff('/entry/sheets'))
    expect(own.words).toContain('入力した2人とは別の人が、違いを決めます')
    await own.open(staff('/entry/sheets/2'))
    expect(own.status).toBe(409)
  }
  const third = await colleagueOf(officer, {
    name: '入力 四郎',
    email: 'shiro@example.jp',
    role: 'entry-clerk',
  })
  await third.open(staff('/entry/sheets'))
  await third.follow('違いを決める')
  expect(third.words).toContain('1人目：3')
  expect(third.words).toContain('2人目：8')
  await third.press('決めて、回答に加える')
  expect(third.status).toBe(422)
  await third.pressWith('決めて、回答に加える', {}, { 'choice-q3': 'other', 'other-q3': '400' })
  expect(third.words).toContain('＊問3：20以下の数を書いてください')
  await third.pressWith('決めて、回答に加える', {}, { 'choice-q3': 'second' })
  expect(third.words).toContain('待っている用紙はありません')
  await third.open(staff('/entry'))
  expect(third.words).toMatch(/2回入力した用紙 ?2枚/)
  expect(third.words).toMatch(/2人の違い ?714\.3欄/)
  expect(third.words).toMatch(/1人の打ち間違い ?357\.1欄/)
})

test('a file of another service: columns by their words, values of no option are given a meaning, the way is kept', async () => {
  const file = (name: string, rows: string) =>
    csv(name, `"タイムスタンプ","番号","お住まいの地区","住みよいですか。","理由（2つまで）"\n${rows}`)
  const first = file(
    'フォーム.csv',
    '"2026/11/09 9:05:42 午前 GMT+9","a1","北","いいえ","遠い;まぶしい"\n"","a2","南","はい",""\n',
  )
  await officer.open(staff('/import'))
  await officer.press('内容を確かめる', { CSVファイル: first })
  expect(officer.words).toContain('読まない列：番号、理由（2つまで）')
  const uses = { 'use-1': 'id', 'use-4': 'marks:q2' }
  await officer.pressWith('この読み方で確かめる', {}, uses)
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('選択肢にない値')
  await officer.pressWith('この意味で、もう一度確かめる', {}, { 'match-0': '3' })
  expect(officer.words).toContain('回答 2件')
  expect(officer.words).toContain('「まぶしい」→「3」')
  await officer.press('取り込み方を残す', { この取り込み方を残す名前: 'いつものフォーム' })
  expect(officer.words).toContain('この取り込み方を残しました')
  await officer.press('2件を取り込む')
  expect(officer.words).toContain('ファイルの回答を2件、数に入れました')
  const second = file('フォーム2.csv', '"","a2","南","はい",""\n"","a3","南","いいえ","まぶしい"\n')
  await officer.open(staff('/import'))
  await officer.pressWith('内容を確かめる', { CSVファイル: second }, { profile: 'いつものフォーム' })
  expect(officer.words).toContain('前に取り込んだ番号なので、もう一度は数えないもの：1件（2行目）')
  await officer.press('2件を取り込む')
  expect(officer.words).toContain('ファイルの回答を1件、数に入れました')
})

test('a code of a file that has answered is told by its row before, and kept out; one of nobody stops the file', async () => {
  const withCodes = (...codes: string[]) => csv('コード.csv', `回答コード,q1\n${codes.join(',1\n')},1\n`)
  await officer.open(staff('/import'))
  await officer.press('内容を確かめる', { CSVファイル: withCodes(story.codes[0] ?? '', '22222-22222') })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('3回答コードこの調査の回答コードではありません')
  await officer.open(staff('/import'))
  await officer.press('内容を確かめる', {
    CSVファイル: withCodes(story.codes[0] ?? '', story.codes[5] ?? ''),
  })
  expect(officer.words).toContain('すでに回答のあるコードなので、数に入れないもの：1件（2行目）')
  await officer.press('2件を取り込む')
  expect(officer.words).toContain('すでに回答のあるコードで数に入れなかったもの：1件')
})

test('a new version in English: nothing is used half translated, and the whole form speaks it', async () => {
  await officer.open(staff('/questionnaire'))
  await officer.press('新しい版をつくる')
  await officer.open(`${staff('/translations')}?language=en`)
  await officer.pressWith('保存する', {}, { 'text:q1': 'Is it good to live here?' })
  await officer.open(staff('/questionnaire'))
  expect(officer.words).toContain('英語に、訳のない文')
  await officer.open(`${staff('/translations')}?language=en`)
  const names = officer
    .all('main [name^="text:"]')
    .map((field) => field.getAttribute('name') ?? '')
    .filter((name) => name !== 'text:q1')
  await officer.pressWith(
    '保存する',
    {},
    Object.fromEntries(names.map((name) => [name, `EN ${name.slice(5)}`])),
  )
  await officer.open(staff('/questionnaire'))
  await officer.press('この版を使い始める')
  const person = new Visitor(story.town.address)
  await person.open(story.answer())
  await person.follow('English')
  expect(person.words).toContain('EN survey.title')
  await person.pressWith('Begin or continue', { 'Answer code': story.codes[20] ?? '' }, {})
  expect(person.words).toContain('＊Please read the explanation and tick the box to agree')
  await person.pressWith('Begin or continue', { 'Answer code': story.codes[20] ?? '' }, { consent: 'yes' })
  expect(person.words).toContain('Q1Is it good to live here?')
  await person.pressWith('Next', {}, { q1: '1', q3: 'two' })
  expect(person.words).toContain('＊Q3: please enter a number')
  await person.pressWith('日本語', {}, { q3: '2' })
  expect(person.words).toContain('問3')
  expect(person.all('input[name="q3"]')[0]?.getAttribute('value')).toBe('2')
  await person.press('English')
  await person.press('Next')
  await person.press('Next')
  await person.press('Send these answers')
  expect(person.words).toContain('Receipt number')
})

test('paper of the first version is keyed in as what it asked', async () => {
  await officer.open(staff('/entry'))
  await officer.follow('第1版')
  await officer.pressWith(save, { 用紙の番号: '31' }, { q1: '2' })
  expect(officer.path).toContain('version=1')
  await second.open(`${staff('/entry')}?pass=second`)
  await second.pressWith(save, { 用紙の番号: '31' }, { q1: '2' })
  expect(second.words).toContain('用紙31番は、第1版の用紙として入力してあります')
})
