import { afterAll, beforeAll, expect, test } from 'vitest'
import { colleagueOf } from './office.ts'
import { csv, SurveyStory, textOf } from './survey-story.ts'
import { Visitor } from './visitor.ts'

/** An open survey told in order: bad input → paper → files → a new version → the close → results → publication. */

const story = new SurveyStory()
const { staff, answer } = story
let officer: Visitor
const minutes = (count: number) => count * 60_000

beforeAll(async () => {
  await story.begin()
  officer = story.officer
  await story.openPrepared()
})
afterAll(() => story.town.close())

test('what a browser should not send is refused: codes outside the list, too many marks, an exclusive one with others', async () => {
  const person = await story.person(story.codes[1] ?? '')
  await person.pressWith('次へ進む', {}, { q1: '99', q3: '400' })
  expect(person.words).toContain('＊問3：20以下の数を書いてください')
  expect(person.all('input[name="q1"][checked]')).toEqual([])
  await person.open(answer('/check'))
  await person.press('この内容で送信する')
  expect(person.status).toBe(422)
  expect(person.words).toContain('＊問3：20以下の数を書いてください')
})

test('paper is keyed in by codes; mistakes stand beside their fields; a code that has answered is kept out', async () => {
  await officer.open(staff('/entry'))
  const wrong = { q1: '5', q2: '1 9', q3: '0' }
  await officer.pressWith('この1枚を保存して、次へ', { 回答コード: story.codes[2] ?? '' }, wrong)
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('「5」は選択肢にありません')
  expect(officer.words).toContain('「1 9」に、選択肢にない番号があります')
  await officer.pressWith('この1枚を保存して、次へ', {}, { q1: '2', q2: '1 3', q3: '.' })
  expect(officer.words).toContain('1枚を入力しました')
  await officer.pressWith('この1枚を保存して、次へ', { 回答コード: story.codes[2] ?? '' }, { q1: '1' })
  expect(officer.words).toContain('すでに回答があります')
  await officer.press('この1枚を保存して、次へ', { 回答コード: '22222-22222' })
  expect(officer.words).toContain('この調査のものではありません')
})

test('a file is looked through by row and column, taken whole or not at all, and once', async () => {
  await officer.open(staff('/import'))
  const bad = csv('回答.csv', '地区,q1,q3\n北,はい,3\n南,たぶん,2\n東,1,2\n北,1\n')
  await officer.press('内容を確かめる', { CSVファイル: bad })
  expect(officer.status).toBe(422)
  const rows = officer.all('tbody tr').map((row) => (row.textContent ?? '').trim())
  expect(rows.some((row) => row.startsWith('3q1') && row.includes('「たぶん」は選択肢にありません'))).toBe(
    true,
  )
  expect(rows.some((row) => row.startsWith('4地区') && row.includes('「東」という層はありません'))).toBe(true)
  expect(rows.some((row) => row.startsWith('5') && row.includes('列の数が2で、見出しの3と違います'))).toBe(
    true,
  )
  const lines = Array.from(
    { length: 60 },
    (_, at) => `${at % 2 ? '北' : '南'},${at % 3 ? 'はい' : '2'},${(at % 5) + 1}`,
  )
  const good = () => csv('回答.csv', `地区,q1,q3\n${lines.join('\n')}\n`)
  await officer.press('内容を確かめる', { CSVファイル: good() })
  expect(officer.words).toContain('回答 60件')
  expect(officer.words).toContain('ファイルにない列')
  await officer.press('60件を取り込む')
  expect(officer.words).toContain('取り込みました')
  await officer.open(staff('/import'))
  await officer.press('内容を確かめる', { CSVファイル: good() })
  await officer.press('60件を取り込む')
  expect(officer.status).toBe(409)
  expect(officer.words).toContain('すでに取り込んであります')
})

test('roles: a clerk keys in and no more, a member reads results and no answers', async () => {
  const clerk = await colleagueOf(officer, {
    name: '入力 次郎',
    email: 'jiro@example.jp',
    role: 'entry-clerk',
  })
  await clerk.open(staff('/entry'))
  expect(clerk.status).toBe(200)
  for (const part of ['/results', '/sample', '/import', '/results/codes.csv']) {
    await clerk.open(staff(part))
    expect([part, clerk.status]).toEqual([part, 403])
  }
  const member = await colleagueOf(officer, { name: '審議 三郎', email: 'saburo@example.jp', role: 'member' })
  await member.open(staff('/results'))
  expect(member.status).toBe(200)
  await member.open(staff('/results/codes.csv'))
  expect(member.status).toBe(403)
})

test('a new version is begun and used; an entry begun before keeps its own', async () => {
  const early = await story.person(story.codes[3] ?? '')
  await early.pressWith('保存して、あとで続ける', {}, { q1: '1' })
  await officer.open(staff('/questionnaire'))
  await officer.press('新しい版をつくる')
  await officer.open(staff('/exchange/limesurvey.lss'))
  const lss = textOf(officer).replaceAll('住みよいですか。', '新しい文です。')
  await officer.open(staff('/exchange'))
  const field = 'XLSForm（.xlsx）か LimeSurvey（.lss）'
  await officer.press('内容を確かめる', { [field]: csv('別の調査.csv', 'a,b\n') })
  expect(officer.status).toBe(422)
  await officer.press('内容を確かめる', { [field]: new File([lss], '調査票.lss') })
  expect(officer.words).toContain('2ページ・4問')
  expect(officer.words).toContain('新しい文です。')
  await officer.press('いまの調査票を、これで置き換える')
  await officer.open(staff('/questionnaire'))
  await officer.press('この版を使い始める')
  expect((await story.person(story.codes[3] ?? '')).words).toContain('住みよいですか。')
  expect((await story.person(story.codes[4] ?? '')).words).toContain('新しい文です。')
})

test('who began before the close has 60 minutes; after that what was typed is still on the screen', async () => {
  const open = await story.person(story.codes[5] ?? '')
  await open.pressWith('保存して、あとで続ける', {}, { q1: '1', q3: '3' })
  const inTime = await story.person(story.codes[5] ?? '')
  const tooLate = await story.person(story.codes[6] ?? '')
  await tooLate.pressWith('次へ進む', {}, { q1: '1', q3: '4' })
  await officer.open(staff())
  await officer.press('いま受付を終える')
  expect(officer.words).toContain('受付終了（入力中の方だけ、60分まで受け付け）')
  expect((await story.person(story.codes[7] ?? '')).words).toContain('受付は終わりました')
  story.late += minutes(40)
  await inTime.press('次へ進む')
  await inTime.pressWith('次へ進む', {}, { q4: 'バスを増やしてほしいです。' })
  await inTime.press('この内容で送信する')
  expect(inTime.words).toContain('受け付けました')
  await officer.open(staff())
  await tooLate.open(answer('/s2'))
  story.late += minutes(30)
  await tooLate.pressWith('次へ進む', {}, { q4: '書きかけの長い意見です。' })
  expect(tooLate.status).toBe(410)
  expect(tooLate.words).toContain('書きかけの長い意見です。')
})

test('the close moves everything; results, cross table and files follow', async () => {
  await officer.open(staff('/results'))
  await officer.open(staff())
  await officer.press('締切を確定する')
  expect(officer.words).toContain('締切済み')
  await officer.follow('集計を見る')
  expect(officer.words).toContain('有効回答 62件')
  expect(officer.words).toMatch(/n＝\d+・非該当\d+/)
  await officer.follow('クロス集計')
  expect(officer.words).toMatch(/北 ?\d+/)
  expect(officer.all('svg[role="img"] title').length).toBeGreaterThan(0)
  expect(officer.words).toMatch(/n＝62.分母：.+ウエイト：.+データ版 [0-9a-f]{8}/)
  await officer.follow('データ（CSV）')
  expect(textOf(officer)).toContain('地区,n,はい（%）')
  for (const [file, begins] of [
    ['codes.csv', '\uFEFF地区,q1,q2_1'],
    ['labels.csv', '\uFEFF地区,q1,q2_1'],
    ['codebook.csv', '\uFEFF列番号'],
    ['dataset.json', '{"answers"'],
    ['texts.csv', '\uFEFF設問,文'],
    ['tables.xlsx', 'PK'],
    ['report.pdf', '%PDF-'],
    ['report.docx', 'PK'],
    ['codebook.xlsx', 'PK'],
    ['data.sav', '$FL2'],
    ['ddi.xml', '<?xml'],
    ['labels-cp932.csv', ''],
    ['files', '<!doctype html>'],
    ['../exchange/xlsform.xlsx', 'PK'],
  ] as const) {
    await officer.open(staff(`/results/${file}`))
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(officer.bytes).startsWith(begins)).toBe(true)
  }
})

test('the long free texts are read and searched apart from the answers, and what was found is exported', async () => {
  await officer.open(staff('/results/texts?words=ばす'))
  expect(officer.all('mark').map(({ textContent }) => textContent)).toContain('バス')
  await officer.open(staff('/results/texts.csv?words=鉄道の駅'))
  expect(textOf(officer).trim().split('\n')).toHaveLength(1)
})

test('published only by the button, and read by everybody; the list of invitations is purged', async () => {
  const resident = new Visitor(story.town.address)
  await resident.open(`/surveys/${story.survey}`)
  expect(resident.words).toContain('結果は、集計が終わりしだい公表します')
  await officer.open(staff('/publication'))
  await officer.press('この内容で公表する')
  await resident.open(`/surveys/${story.survey}`)
  expect(resident.words).toMatch(/有効回答 ?62件/)
  expect(resident.words).not.toContain('バスを増やして')
  await resident.open(`/surveys/${story.survey}/results/q1`)
  expect(resident.words).toContain('が最も多く')
  expect(resident.words).toMatch(/データ版 [0-9a-f]{8}/)
  await resident.open(`/surveys/${story.survey}/results.csv`)
  expect(textOf(resident)).toContain('設問の名前,問,設問')
  await resident.open(`/surveys/${story.survey}/results/q999`)
  expect(resident.status).toBe(404)
  await officer.open(staff('/cite?table=q1'))
  await officer.follow('66.1％（全体、はい）')
  expect(officer.words).toMatch(
    /「暮らしの調査」問1 全体 「はい」66.1％（n＝62、.+まで） \[surveys\/sv_[^#]+#q1\]/,
  )
  await officer.press('計画の統計値に加える')
  expect(officer.words).toContain('66.1')
  await officer.open(staff('/cite?table=q1&line=0&column=2'))
  await officer.press('施策の根拠に加える')
  expect(officer.status).toBe(422)
  const choice = officer.all('select[name="from"] option').find((one) => one.getAttribute('value'))
  await officer.pressWith('施策の根拠に加える', {}, { from: choice?.getAttribute('value') ?? '', level: '2' })
  expect(officer.words).toMatch(/全体／はい（n＝62）/)
  await officer.open(staff())
  await officer.press('案内の名簿を消す')
  expect(officer.words).toMatch(/案内の名簿は、令和[^。]+に消しました/)
  await officer.open(staff('/publication'))
  await officer.press('公表を取り下げる')
  await resident.open(`/surveys/${story.survey}`)
  expect(resident.words).toContain('結果は、集計が終わりしだい公表します')
})

test('with the whole database in hand: no value joins an answer to an invitation, and no code is anywhere', async () => {
  const rows = async (table: string) =>
    JSON.stringify(await story.town.db.selectFrom(table).selectAll().execute())
  const own = ['surveyAnswers', 'surveyTexts', 'surveyInvitations', 'surveyDrafts', 'surveyInbox']
  const all = await Promise.all([...own, 'auditEntries'].map(rows))
  for (const code of story.codes) {
    expect(all.filter((text) => [code, code.replace('-', '')].some((one) => text.includes(one)))).toEqual([])
  }
  const answers = await story.town.db
    .selectFrom('surveyAnswers')
    .selectAll()
    .where('surveyId', '=', story.survey)
    .execute()
  const columns = ['cells', 'id', 'mode', 'receivedOn', 'stratum', 'surveyId', 'version']
  expect(Object.keys(answers[0] ?? {}).sort()).toEqual(columns)
  expect(answers.map(({ receivedOn }) => String(receivedOn).length)).toEqual(answers.map(() => 10))
  const audit = await story.town.db
    .selectFrom('auditEntries')
    .select(['object', 'actor'])
    .where('action', '=', 'answer-survey')
    .execute()
  expect(new Set(audit.map(({ object, actor }) => `${object} ${actor}`))).toEqual(
    new Set([`${story.survey} public`]),
  )
})
