import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '#test/town.ts'
import { colleagueOf } from './office.ts'
import { Visitor } from './visitor.ts'

/** The first days with the sample town, told in order: first start → edit → lint → two officers. */

let town: Town
let officer: Visitor
let resident: Visitor
let measure = ''
let planPage = ''

beforeAll(async () => {
  town = await openTown()
  officer = new Visitor(town.address)
  resident = new Visitor(town.address)
})
afterAll(() => town.close())

test('a resident reads the plan before anybody has signed in', async () => {
  await resident.open('/')
  expect(resident.status).toBe(200)
  expect(resident.html).toContain('見本（架空）')
  await resident.follow('計画を読む')
  await resident.follow('健康づくり')
  expect(resident.words).toContain('めざす姿')
  expect(resident.words).toContain('成果指標')
  await resident.open('/staff')
  expect(resident.path).toBe('/sign-in?to=%2Fstaff')
})

test('a resident looks for words, written in any way, and finds the measure; the index leads there too', async () => {
  await resident.open('/plan')
  await resident.press('さがす', { さがす言葉: '健康ﾂﾞｸﾘ' })
  expect(resident.words).toMatch(/\d+件見つかりました/)
  await resident.follow('健康づくり')
  expect(resident.path).toMatch(/^\/plan\/items\/me_/)
  await resident.open('/search?q=どこにもない語')
  expect(resident.words).toContain('見つかりませんでした')
  await resident.follow('索引')
  await resident.follow('健康づくり')
  expect(resident.path).toMatch(/^\/plan\/items\/me_/)
})

test('the officer follows the one-time link; a weak password comes back beside its field, with the rest still there', async () => {
  const person = { 氏名: '企画 花子', メールアドレス: 'hanako@example.jp' }
  await officer.open(town.link ?? '')
  await officer.press('アカウントをつくって、始める', { ...person, パスワード: 'みじかい' })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('＊パスワードは12字以上にしてください（いま4字）')
  expect(officer.fieldValue('氏名')).toBe('企画 花子')
  expect(officer.html).not.toContain('みじかい')
  await officer.press('アカウントをつくって、始める', { ...person, パスワード: '四つの川と橋の名前を並べる' })
  expect(officer.path).toBe('/staff')
})

test('the link is spent', async () => {
  await resident.open(town.link ?? '')
  expect(resident.status).toBe(410)
})

test('the officer adds a measure under the first field, moves it up and renames it', async () => {
  await officer.follow('体系と施策')
  planPage = officer.path
  await officer.follow('施策を追加：健康・福祉')
  await officer.press('追加する', { 追加する施策の名前: '' })
  expect(officer.status).toBe(422)
  await officer.press('追加する', { 追加する施策の名前: '動物とともに暮らすまち' })
  expect(officer.words).toMatch(/1-6\s*動物とともに暮らすまち/)
  await officer.follow('動かす：動物とともに暮らすまち')
  await officer.press('1つ上へ')
  expect(officer.words).toMatch(/1-5\s*動物とともに暮らすまち/)
  await officer.open(planPage)
  await officer.follow('改名：動物とともに暮らすまち')
  await officer.press('改める', { 名前: '動物と共に暮らすまち' })
  expect(officer.words).toMatch(/1-5\s*動物と共に暮らすまち/)
  await officer.follow('動物と共に暮らすまち')
  measure = officer.path
})

test('a figure put in one place is quoted, and its new value is in the text', async () => {
  await officer.open('/staff/figures')
  await officer.press('加える', {
    名前: '犬の登録数',
    値: 'たくさん',
    いつの値か: '令和6年度',
    出典: '環境課の台帳（架空）',
  })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('値は数で書いてください')
  await officer.press('加える', { 値: '１，２００', 単位: '頭' })
  const code =
    /\{\{dp_[0-9a-z]{10}\}\}/.exec(officer.words.slice(officer.words.indexOf('犬の登録数')))?.[0] ?? ''
  await officer.open(measure)
  await officer.press('保存する', { 現状: `犬は${code}頭です。` })
  await officer.open('/staff/figures')
  expect(officer.words).toMatch(/犬の登録数\s*1,200頭/)
  await officer.follow('犬の登録数')
  await officer.press('保存する', { 値: '1,300' })
  expect(officer.words).toMatch(/犬の登録数\s*1,300頭/)
  expect(officer.words).not.toContain('使っていないので消す')
})

test('a project is added with its money, and the year is summed up', async () => {
  await officer.open('/staff/projects')
  const place = officer
    .all('select[name="parentId"] option')
    .find((one) => one.textContent?.includes('動物と共に'))
  await officer.pressWith(
    '加える',
    { 事業名: '地域猫活動支援事業' },
    { parentId: place?.getAttribute('value') ?? '' },
  )
  await officer.press('保存する', { 令和5年度の国庫支出金: '100', 令和5年度の一般財源: '半分' })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('2023年度の一般財源は、千円の単位の整数で書いてください')
  await officer.press('保存する', { 令和5年度の一般財源: '２００' })
  expect(officer.status).toBe(200)
  await officer.follow('事務事業')
  expect(officer.words).toMatch(/地域猫活動支援事業\s*―未定\s*300/)
})

test('she writes the texts of the measure and gives it an owner', async () => {
  await officer.open(measure)
  await officer.press('保存する', {
    めざす姿: '人と動物が、互いに迷惑なく暮らしています。',
    現状: '犬の登録数は増えています。\n\n飼い主のいない猫の相談も**多く**なりました。',
    '課題 1': '飼い主のいない猫の世話について、近所の考えが分かれています。',
    '方向 1 の見出し': '地域猫の活動',
    '方向 1 の本文': '不妊手術の費用を助け、世話の決まりを地域と一緒につくります。',
    '方向 1 が対応する課題の番号': '１',
    庁内メモ: 'この行は公開しない',
  })
  expect(officer.status).toBe(200)
  expect(officer.words).toContain('保存しました')
  expect(officer.fieldValue('方向 1 が対応する課題の番号')).toBe('1')
})

test('she adds an indicator; a mistake in one value keeps everything typed', async () => {
  await officer.open(`${measure}/indicators`)
  await officer.press('指標を追加する', { 追加する指標の名前: '猫についての苦情の件数' })
  const typed = {
    定義: '1年間に市へ届いた苦情の数',
    単位: '件',
    方向性: 'decrease',
    '累計・単年': 'annual',
    基準の年度: '2021',
    基準値: '５２',
    目標の年度: '2027',
    目標値: '二十',
    設定根拠: '近くの市の取組では5年で半分ほどになったため。',
    出典: '生活環境課 相談記録',
  }
  await officer.press('保存する', typed)
  expect(officer.status).toBe(422)
  expect(officer.title).toMatch(/^エラー：/)
  expect(officer.fieldValue('定義')).toBe(typed.定義)
  expect(officer.fieldValue('目標値')).toBe('二十')
  await officer.press('入力した値で描き直す', { 目標値: '20' })
  expect(officer.html).toContain('<svg')
  await officer.press('保存する', { 目標値: '20' })
  expect(officer.status).toBe(200)
  await officer.open(`${measure}/indicators`)
  expect(officer.words).toContain('猫についての苦情の件数')
})

test('the lint tells what the new measure lacks, and a rule explains itself', async () => {
  await officer.open('/staff/lint')
  expect(officer.words).toContain('動物と共に暮らすまち')
  await officer.open('/staff/lint/rules/OW001')
  expect(officer.words).toContain('担当')
})

test('two officers save the same measure: the second sees both versions and loses nothing', async () => {
  const jiro = { name: '企画 次郎', email: 'jiro@example.jp', role: 'secretariat' }
  const colleague = await colleagueOf(officer, jiro)
  await officer.open(measure)
  await colleague.open(measure)
  await officer.press('保存する', { めざす姿: '花子の文です。' })
  await colleague.press('保存する', { めざす姿: '次郎の文です。' })
  expect(colleague.status).toBe(409)
  expect(colleague.words).toContain('花子の文です。')
  expect(colleague.fieldValue('めざす姿')).toBe('次郎の文です。')
  await colleague.press('保存する')
  expect(colleague.status).toBe(200)
  expect(colleague.fieldValue('めざす姿')).toBe('次郎の文です。')
})

test('a draft is kept aside, offered on return, and thrown away on request', async () => {
  await officer.open(measure)
  await officer.pressWith('保存する', { めざす姿: '書きかけの文' }, { act: 'draft' })
  await officer.open(measure)
  expect(officer.words).toContain('下書き')
  await officer.open(`${measure}?draft=open`)
  expect(officer.fieldValue('めざす姿')).toBe('書きかけの文')
})

test('deleting shows what depends on it, and it can be brought back', async () => {
  await officer.open(planPage)
  await officer.follow('動物と共に暮らすまち')
  const id = measure.split('/').at(-1) ?? ''
  await officer.open(`${planPage}/delete/${id}`)
  expect(officer.words).toContain('猫についての苦情の件数')
  await officer.press('削除する')
  await officer.open(planPage)
  expect(officer.words).not.toContain('動物と共に暮らすまち')
  await officer.open(`${planPage}/deleted`)
  await officer.press(
    officer
      .all('button')
      .map((one) => one.textContent?.trim() ?? '')
      .find((one) => one.includes('戻す')) ?? '戻す',
  )
  await officer.open(planPage)
  expect(officer.words).toContain('動物と共に暮らすまち')
})
