import ExcelJS from 'exceljs'
import { expect } from 'vitest'
import { readCsv } from '#src/lib/csv/csv.ts'
import { byLibreOffice } from './sheets-office.ts'
import type { Colleague } from './two-years.ts'
import type { Visitor } from './visitor.ts'

/** Who acts in the story, and when. */
export type People = { officer: Colleague; publisher: Colleague; resident: Visitor; now: Date }

type Staff = { editor: Colleague; head: Colleague; unitId: string }

export const choiceOf = (visitor: Visitor, select: string, label: string) =>
  visitor
    .all(`select[name="${select}"] option`)
    .find((one) => one.textContent === label)
    ?.getAttribute('value') ?? ''

/** Records what became of a task or milestone of the schedule. */
export async function record({ officer }: People, title: string, report: Record<string, string>) {
  await officer.open('/staff/process')
  const link = officer.all('main a[href]').find((one) => one.textContent?.trim() === title)
  await officer.open(link?.getAttribute('href') ?? '')
  await officer.press('記録する', report)
  expect([title, officer.path.includes('notice=saved')]).toEqual([title, true])
}

/** Everything public that ended by now is recorded as done, so that the page shows a making in time. */
export async function recordAllInTime({ officer, resident, now }: People) {
  await resident.open('/process/tasks.csv')
  const today = now.toISOString().slice(0, 10)
  for (const { cells } of readCsv(new TextDecoder().decode(resident.bytes)).rows.slice(1)) {
    const [id = '', , , kind, , start = '', end = '', , , state] = cells
    if (state === '完了' || end >= today) continue
    const begun: Record<string, string> = kind === '節目' ? {} : { actualStart: start }
    const report = { state: 'done', ...begun, actualEnd: end, output: '記録のとおり（架空）' }
    await officer.open(`/staff/process/tasks/${id}`)
    await officer.pressWith('記録する', {}, report)
    expect([cells[4], officer.path.includes('notice=saved')]).toEqual([cells[4], true])
  }
}

type NewBody = { name: string; kind: string; members: readonly string[]; seats?: string }

export async function form({ officer }: People, { name, kind, members, seats = '' }: NewBody) {
  await officer.open('/staff/bodies/new')
  const rules = {
    名前: name,
    種類: kind,
    設置の根拠: `${name}設置要綱（架空）`,
    役割: `${name}の仕事をします。`,
  }
  await officer.press('加える', { ...rules, 委員の定数: seats })
  for (const [position, member] of members.entries()) {
    const office = position === 0 ? (kind === 'council' ? '会長' : '部会長') : ''
    await officer.press('委員を加える', { 氏名: member, 役: office, 就任の日: '2021-05-01' })
    expect(officer.status).toBe(200)
  }
}

export type Session = { body: string; topic: string; heldOn: string; decision: string; paper?: string }

/** Two weeks before the day: the meeting is announced with its agenda and papers. Gives its address. */
export async function call({ officer }: People, { body, topic, heldOn, paper }: Session) {
  await officer.open('/staff/meetings/new')
  const place = { 開催の日: heldOn, 始まりの時刻: '14:00', 場所: '伊奈庁舎' }
  await officer.press('準備を始める', { 会議体: choiceOf(officer, 'bodyId', body), ...place })
  const address = officer.path.split('?')[0] ?? ''
  await officer.press('議題を加える', { 議題: topic, 公開か非公開か: 'open' })
  if (paper) {
    const file = new File(['%PDF-1.7 sample'], `${paper}.pdf`)
    await officer.press('資料を載せる', { 資料の番号: '資料1', 資料の名前: paper, ファイル: file })
  }
  await officer.press('招集する')
  return address
}

/** On the day: who came, what was decided, and the draft of the minutes. */
export async function hold({ officer }: People, address: string, { topic, decision }: Session) {
  await officer.open(address)
  await officer.press('出欠を記録する')
  const item = choiceOf(officer, 'decisionItemId', topic)
  await officer.press('決定を加える', { 決定の内容: decision, どの議題か: item })
  await officer.press('会議録の案を保存する', { [topic]: `部会長：${topic}を審議します（架空）。` })
}

/** Two weeks after: confirmed, and published by somebody else. */
export async function publish({ officer, publisher }: People, address: string, confirmedOn: string) {
  await officer.open(address)
  await officer.press('確定を記録する', { 確定した人: '部会長', 確定の日: confirmedOn })
  await publisher.open(address)
  await publisher.press('会議録を公開する')
  expect(publisher.status).toBe(200)
}

/** A round of sheets: sent, answered in a workbook that LibreOffice opened and saved, approved by the head, accepted. */
export async function sheetRound({ officer, now }: People, name: string, staff: Staff) {
  const { editor, head, unitId } = staff
  const today = now.toISOString().slice(0, 10)
  const due = new Date(now.getTime() + 20 * 86_400_000).toISOString().slice(0, 10)
  await officer.open('/staff/sheets/new')
  await officer.press('つくる（まだ送りません）', {
    依頼の名前: name,
    回答の使いみち: '素案（架空）',
    回答期限: due,
  })
  const round = officer.path.split('?')[0] ?? ''
  await officer.press('依頼を送る')
  await editor.open(`${round}/units/${unitId}/workbook.xlsx`)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Uint8Array.from(editor.bytes).buffer)
  const typed: Record<string, string> = {
    目標値: '80',
    目標値の設定根拠: `国の目標（${today}）`,
    めざす姿: '元気（架空）',
    課題: '人手（架空）',
    指標名: '受診率',
  }
  workbook.worksheets[0]?.eachRow((row) => {
    const own = typed[row.getCell(2).text.replace('※', '')]
    if (own !== undefined && row.number > 3) row.getCell(4).value = own
  })
  const written = new Uint8Array(await workbook.xlsx.writeBuffer())
  await editor.open(`${round}/units/${unitId}`)
  const saved = await byLibreOffice(new File([written], '回答.xlsx'))
  // Meanwhile nothing else ran here: connections that were closed have to be noticed before the next request.
  await new Promise((resolve) => setTimeout(resolve, 100))
  await editor.press('内容を確かめる', { 書いたExcel: saved })
  await editor.press('件を下書きに取り込む')
  const sheet = editor.all('.sb-cell')[0]?.getAttribute('href') ?? ''
  await head.open(sheet)
  await head.press('承認して回答する')
  expect(head.words).toContain('回答済')
  await officer.open(sheet)
  await officer.press('受理する')
  await officer.open(round)
  expect(officer.words).toMatch(/受理 ?1／/)
  return round
}

/** The bill before the assembly: amended by its committee, and resolved only as its amendment allows. */
export async function amendAndResolve({ officer }: People) {
  await officer.open('/staff/bills')
  const versions = officer
    .all('select[name="versionId"] option')
    .map((one) => one.getAttribute('value') ?? '')
  const bill = {
    議会: choiceOf(officer, 'bodyId', '市議会'),
    議案番号: '議案第12号（架空）',
    件名: '後期基本計画の策定',
    付託先: '総務委員会（架空）',
  }
  await officer.press('議案を記録する', {
    ...bill,
    提出の日: '2023-02-27',
    提出する計画の版: versions[1] ?? '',
  })
  await officer.press('修正案を加える', {
    提出者: '総務委員会（架空）',
    修正案の日: '2023-03-10',
    修正の内容: '目標の年度をそろえる（架空）。',
  })
  await officer.press('議決を記録する', {
    議決の結果: 'carried',
    議決の日: '2023-03-22',
    賛成: '15',
    反対: '2',
  })
  expect(officer.status).toBe(422)
  expect(officer.words).toContain('修正案それぞれの結果')
  await officer.press('修正案の結果を記録する', { 修正案の結果: 'carried' })
  expect(officer.status).toBe(422)
  await officer.press('修正案の結果を記録する', { 修正を入れた計画の版: versions[0] ?? '' })
  await officer.follow('計画のどこが変わるかを見る')
  expect(officer.words).toContain('版をくらべる')
  await officer.open('/staff/bills')
  await officer.follow('議案第12号')
  await officer.press('議決を記録する', {
    議決の結果: 'carried-amended',
    議決の日: '2023-03-22',
    賛成: '15',
    反対: '2',
  })
  expect(officer.words).toContain('決定した計画の版をつくってください')
}
