import { afterAll, beforeAll, expect, test } from 'vitest'
import { SurveyStory, surveyFields } from './survey-story.ts'
import type { Visitor } from './visitor.ts'

/** The survey of this year after the one before: its questionnaire begins with that, and says what has changed. */

const story = new SurveyStory()
const { staff } = story
let officer: Visitor

beforeAll(async () => {
  await story.begin()
  officer = story.officer
  await officer.open('/staff/surveys/new')
  await officer.press('つくって、調査票へ進む', surveyFields(story.today))
  story.survey = /sv_[0-9a-z]{10}/.exec(officer.path)?.[0] ?? ''
})
afterAll(() => story.town.close())

test('a questionnaire is copied from the survey before, once', async () => {
  await officer.pressWith('写して始める', {}, {})
  expect(officer.words).toContain('調査票の点検：問題はありません。')
  expect(officer.words).not.toContain('写して始める')
})

test('what was reworded is shown word by word, and compared only after somebody has judged with a reason', async () => {
  await officer.open(staff('/questions/q1'))
  await officer.press('保存する', { 設問の文: 'この市に住んで、何年ですか。' })
  await officer.open(staff('/lineage'))
  expect(officer.words).toContain('［削除］')
  expect(officer.words).toContain('文も選択肢も同じ')
  await officer.pressWith('保存する', {}, { 'judgement-q1': 'reference' })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('＊そう決めた理由を書いてください')
  await officer.pressWith('保存する', {}, { 'judgement-q1': 'reference', 'reason-q1': '短くした' })
  expect(officer.fieldValue('理由（報告書に載ります）')).toBe('短くした')
})

test('the questionnaire is tried before it is used: by invented people, and by hand with its branch', async () => {
  await officer.open(staff('/try'))
  expect(officer.words).toContain('200人が答えたとすると')
  expect(officer.words).not.toContain('だれにも聞かなかった設問')
  await officer.press('はじめのページから答える')
  await officer.pressWith('次へ進む', {}, { q1: '1', q2: '9' })
  expect(officer.words).toContain('＊問2：7以下の数を書いてください')
  await officer.pressWith('次へ進む', {}, { q2: '3' })
  expect(officer.words).not.toContain('不満なのは')
  await officer.pressWith('次へ進む', {}, { q3: '5' })
  expect(officer.words).toContain('不満なのは')
  await officer.press('次へ進む')
  await officer.pressWith('次へ進む', {}, { q7: '意見' })
  expect(officer.words).toContain('q1=1、q2=3、q3=5')
  expect(officer.words).toContain('自由に書いた文は、回答と別に保管します')
})

test('a look at a question before it is saved; a question goes to another page in one step', async () => {
  await officer.open(staff('/questions/q1'))
  await officer.pressWith('見え方を確かめる', { 設問の文: 'まだ保存していない文' }, {})
  expect(officer.all('[data-preview]')[0]?.textContent).toContain('まだ保存していない文')
  await officer.open(staff('/questions/q1'))
  expect(officer.words).not.toContain('まだ保存していない文')
  await officer.open(staff('/questionnaire'))
  const place = (section: string, position: string) =>
    officer.pressWith('ページを加える', {}, { act: 'place', id: 'q2', section, position })
  await place('s3', '0')
  const inLast = () => officer.all('ol[data-section="s3"] li').map((row) => row.id)
  expect(inLast()).toEqual(['q2', 'q6', 'q7', 'q8'])
  await place('s1', '1')
  expect(inLast()).toEqual(['q6', 'q7', 'q8'])
})

test('a line is unbound, and bound again with all that read the same', async () => {
  await officer.open(staff('/lineage'))
  await officer.pressWith('保存する', {}, { 'lineage-q3': '' })
  const bound = () => officer.all('select[name="lineage-q3"] option[selected]').length
  expect(bound()).toBe(0)
  await officer.press('文も選択肢も同じ設問を、まとめて対応させる')
  expect(bound()).toBe(1)
})

test('after a new version its differences to the one before are told', async () => {
  await officer.open(staff())
  await officer.press('調査を始める')
  await officer.open(staff('/questionnaire'))
  await officer.press('新しい版をつくる')
  await officer.open(staff('/questions/q5'))
  await officer.press('保存する', { 設問の文: 'ここに住み続けたいですか。' })
  await officer.open(staff('/questionnaire'))
  await officer.press('消す：問2')
  await officer.follow('前の版との違い')
  expect(officer.words).toContain('なくなった')
  expect(officer.words).toContain('ここに')
  expect(officer.words).toContain('はじめの版です。')
})
