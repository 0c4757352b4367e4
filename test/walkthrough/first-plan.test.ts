import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonicalJson } from '#src/formats/canonical-json.ts'
import { openTown, type Town } from '#test/town.ts'
import { Visitor } from './visitor.ts'

/** The first weeks with the sample town, told in order: first start → edit → lint → publish → book. */

let town: Town
const people: Record<'officer' | 'colleague' | 'publisher' | 'resident', Visitor> = {} as never
let measure = ''
let planPage = ''

beforeAll(async () => {
  town = await openTown()
  for (const name of ['officer', 'colleague', 'publisher', 'resident'] as const) {
    people[name] = new Visitor(town.address)
  }
})
afterAll(() => town.close())

const passphrase = '四つの川と橋の名前を並べる'

test('a resident reads the plan before anybody has signed in', async () => {
  const { resident } = people
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

test('the officer follows the one-time link; a weak password comes back beside its field, with the rest still there', async () => {
  const { officer } = people
  const person = { 氏名: '企画 花子', メールアドレス: 'hanako@example.jp' }
  await officer.open(town.link ?? '')
  await officer.press('アカウントをつくって、始める', { ...person, パスワード: 'みじかい' })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('＊パスワードは12字以上にしてください（いま4字）')
  expect(officer.fieldValue('氏名')).toBe('企画 花子')
  expect(officer.html).not.toContain('みじかい')
  await officer.press('アカウントをつくって、始める', { ...person, パスワード: passphrase })
  expect(officer.path).toBe('/staff')
})

test('the link is spent', async () => {
  const { resident } = people
  await resident.open(town.link ?? '')
  expect(resident.status).toBe(410)
})

test('the officer adds a measure under the first field, moves it up and renames it', async () => {
  const { officer } = people
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

test('she writes the texts of the measure and gives it an owner', async () => {
  const { officer } = people
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
  const { officer } = people
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
  const { officer } = people
  await officer.open('/staff/lint')
  expect(officer.words).toContain('動物と共に暮らすまち')
  await officer.open('/staff/lint/rules/OW001')
  expect(officer.words).toContain('担当')
})

test('a colleague gets an account by a link that is made once', async () => {
  const { officer, colleague, publisher } = people
  for (const [who, name, email, role] of [
    [colleague, '企画 次郎', 'jiro@example.jp', 'secretariat'],
    [publisher, '市長 公子', 'kimiko@example.jp', 'publisher'],
  ] as const) {
    await officer.open('/staff/accounts/new')
    const field = officer.all(`input[value="${role}"]`)[0]?.getAttribute('name') ?? ''
    expect(field).not.toBe('')
    await officer.pressWith('つくる', { 氏名: name, メールアドレス: email }, { [field]: role })
    const link = /\/sign-in\/link\/[\w-]+/.exec(officer.html)?.[0] ?? ''
    await who.open(link)
    await who.press('決めて、始める', { パスワード: `${passphrase}${name}` })
    expect(who.path).toBe('/staff')
  }
})

test('two officers save the same measure: the second sees both versions and loses nothing', async () => {
  const { officer, colleague } = people
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
  const { officer } = people
  await officer.open(measure)
  await officer.pressWith('保存する', { めざす姿: '書きかけの文' }, { act: 'draft' })
  await officer.open(measure)
  expect(officer.words).toContain('下書き')
  await officer.open(`${measure}?draft=open`)
  expect(officer.fieldValue('めざす姿')).toBe('書きかけの文')
})

test('deleting shows what depends on it, and it can be brought back', async () => {
  const { officer } = people
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

test('a version is frozen by one person and published by another', async () => {
  const { officer, publisher, resident } = people
  await officer.open('/staff/versions')
  await officer.press('版をつくる', { 段階: 'preliminary-draft', この版の説明: '施策を1つ加えました。' })
  expect(officer.all('button').some((one) => one.textContent?.startsWith('公開する'))).toBe(false)
  await publisher.open('/staff/versions')
  await publisher.press('公開する：素案 第2版')
  expect(publisher.status).toBe(200)
  await resident.open('/plan')
  expect(resident.words).toContain('動物と共に暮らすまち')
  await resident.follow('動物と共に暮らすまち')
  expect(resident.words).toContain('次郎の文です。')
  expect(resident.html).not.toContain('この行は公開しない')
  expect(resident.html).not.toContain('jiro@example.jp')
})

test('real plans come in: a look first, then the taking over', async () => {
  const { officer } = people
  const file = (name: string) => {
    const bytes = readFileSync(new URL(`../golden/${name}`, import.meta.url))
    return new File([bytes], name)
  }
  await officer.open('/staff/plans/import')
  await officer.press('内容を確かめる', { 計画のファイル: new File(['<plan'], 'broken.xml') })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('何も変えていません')
  await officer.open('/staff/plans/import')
  await officer.press('内容を確かめる', { 計画のファイル: file('plan-example.json') })
  expect(officer.words).toContain('第2次みほん市総合計画 後期基本計画')
  await officer.press('取り込む')
  expect(officer.words).toContain('子育て環境の充実')
})

test('the plan book and the digest are made while the officer watches', async () => {
  const { officer } = people
  for (const button of ['計画書をつくる', '概要版をつくる']) {
    await officer.open('/staff/books')
    await officer.press(button)
    const job = officer.path
    for (let tries = 0; tries < 240 && !officer.words.includes('PDFを保存する'); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 250))
      await officer.open(job)
    }
    await officer.follow('PDFを保存する')
    expect(officer.headers.get('content-type')).toBe('application/pdf')
    expect(new TextDecoder('latin1').decode(officer.bytes.slice(0, 8))).toMatch(/^%PDF-1/)
    expect(officer.headers.get('content-disposition')).toContain('attachment')
  }
}, 120_000)

test('the frozen document is the same bytes each time, and the command line reads it', async () => {
  const { officer } = people
  await officer.open('/staff/versions')
  await officer.follow('JSONで保存')
  const text = new TextDecoder().decode(officer.bytes)
  expect(canonicalJson(JSON.parse(text))).toBe(text)
})

test('stopping an account ends its sessions at once', async () => {
  const { officer, colleague } = people
  await colleague.open('/staff')
  expect(colleague.path).toBe('/staff')
  await officer.open('/staff/accounts')
  await officer.follow('企画 次郎')
  await officer.follow('アカウントを止める')
  await officer.press(officer.all('main form button').at(-1)?.textContent?.trim() ?? '')
  await colleague.open('/staff')
  expect(colleague.path).toMatch(/^\/sign-in/)
})

test('signing out ends the session for good', async () => {
  const { officer } = people
  await officer.open('/staff')
  await officer.press('ログアウト')
  await officer.open(measure)
  expect(officer.path).toMatch(/^\/sign-in\?to=/)
})

test('the audit chain holds, and the command line says so', () => {
  const bin = fileURLToPath(new URL('../../bin/shirube.js', import.meta.url))
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'audit', 'verify', '--json'], {
    env: { PATH: process.env['PATH'], ...town.environment },
  })
  expect(status, stderr.toString()).toBe(0)
  expect(JSON.parse(stdout.toString()).entries).toBeGreaterThan(20)
})
