import {
  heading,
  paragraph,
  type TextBlock,
  type TextDocument,
  type TextTable,
} from '#src/lib/document/text-document.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Statement } from './ballots.ts'
import type { Guest } from './guest.ts'
import { consentLabels } from './labels.ts'
import type { Seats } from './seat-plan.ts'
import { type Session, type SessionTable, sessionKindLabels } from './session.ts'
import { ballotBlocks } from './vote-files.ts'

type Kit = { session: Session; city: string; isInvented: boolean }

const kitDocument = (
  { session, city, isInvented }: Kit,
  title: string,
  blocks: TextBlock[],
): Omit<TextDocument, 'isLetter'> => ({
  title,
  subtitle: [`${sessionKindLabels[session.kind]}　${whenOf(session)}`, session.place].filter(Boolean),
  author: city,
  date: session.heldOn,
  header: isInvented ? '見本（架空）' : '',
  hasContents: false,
  isLandscape: false,
  blocks,
})

const whenOf = ({ heldOn, startsAt, endsAt }: Session) =>
  [eraDay(heldOn), [startsAt, endsAt].filter(Boolean).join('〜')].filter(Boolean).join(' ')

/** 参加のご案内: the letter that invites, with how the photographs and the record are used. */
export function invitationLetter(kit: Kit): TextDocument {
  const { session, city } = kit
  const rows = [
    ['日時', whenOf(session)],
    ['場所', session.place],
    ['対象', session.group],
    ['参加の方法', session.howTo],
    ['問い合わせ先', session.contact],
  ]
  const facts: TextTable = {
    kind: 'table',
    caption: '開催のご案内',
    widths: [25, 75],
    head: ['項目', '内容'],
    rows: rows.filter(([, value]) => value).map((row) => row.map((words) => [words])),
  }
  return {
    ...kitDocument(kit, `「${session.title}」へのご案内`, [
      paragraph(`${city}では、総合計画をつくるために、市民のみなさんのお話をうかがう会を開きます。`),
      ...(session.purpose ? [paragraph(session.purpose)] : []),
      paragraph('専門の知識は要りません。暮らしのなかで感じていることを、お聞かせください。'),
      facts,
      ...recordNotice(session),
    ]),
  }
}

/** What is said of photographs and of the record, before anybody speaks. */
export const recordNotice = (session: Session): TextBlock[] => [
  heading(1, '記録と写真について'),
  {
    kind: 'list',
    isOrdered: false,
    items: [
      `お話や付箋は、書かれたとおりに記録します（扱い：${consentLabels[session.consent]}）。氏名は記録しません。`,
      '公開するときは、個人が分かるところを伏せ、別の職員がもう一度確かめます。',
      '話したくないことは、話さなくてかまいません。途中で帰ることもできます。',
      '写真を撮るときは、その場でお断りします。写りたくない方は、職員に伝えてください。',
      '手話通訳・要約筆記・託児・車いすの席が要る方は、前もってお知らせください。',
    ].map((words) => [paragraph(words)]),
  },
]

/** 席の表: by number of the guest, then table by table. No names. */
export function seatDocument(
  kit: Kit & { tables: readonly SessionTable[]; guests: readonly Guest[]; seats: Seats },
): TextDocument {
  const { session, tables, guests, seats } = kit
  const tableNumber = (at: number | undefined) => String(tables[at ?? -1]?.number ?? '')
  const byGuest: TextTable = {
    kind: 'table',
    caption: `参加番号ごとの席（${guests.length}人）`,
    widths: [14, 18, 16, ...seats.map(() => 52 / seats.length)],
    head: ['参加番号', '地区', '年代', ...seats.map((_, round) => `ラウンド${round + 1}`)],
    rows: guests.map(({ number, district, ageBand }, guest) => [
      [String(number)],
      [district],
      [ageBand],
      ...seats.map((round) => [tableNumber(round[guest])]),
    ]),
  }
  const byTable = seats.map(
    (round, at): TextTable => ({
      kind: 'table',
      caption: `ラウンド${at + 1}`,
      widths: [20, 80],
      head: ['テーブル', '参加番号'],
      rows: tables.map(({ number, name }, table) => [
        [[String(number), name].filter(Boolean).join(' ')],
        [guests.flatMap((guest, seat) => (round[seat] === table ? [guest.number] : [])).join('、')],
      ]),
    }),
  )
  return kitDocument(kit, `${session.title} 席の表`, [byGuest, heading(1, 'テーブルごと'), ...byTable])
}

/** 準備の確認表: what has to be there, who sees to it by when, and what it costs; to be filled in. */
export function preparationList(kit: Kit): TextDocument {
  const row = (words: string) => [[words], [''], [''], [''], ['']]
  const list = (caption: string, rows: readonly string[]): TextTable => ({
    kind: 'table',
    caption,
    widths: [44, 18, 14, 14, 10],
    head: ['すること', '担当', '期限', '費用（円）', '済み'],
    rows: rows.map(row),
  })
  return kitDocument(kit, `${kit.session.title} 準備の確認表`, [
    list('知らせる', [
      '参加者を募る（公募・無作為抽出・団体の推薦）',
      'ご案内を送る',
      '予定表に載せる',
      '席割りをつくる',
    ]),
    list('会場', [
      '部屋（段差・多目的トイレ・空調）',
      'テーブルといす、車いすの席',
      '投影機・幕・マイク・時計の画面',
      'お茶・名札（番号だけ）',
    ]),
    list('だれもが加われるように', [
      '託児',
      '手話通訳',
      '要約筆記',
      '大きな字の資料・やさしい日本語の資料',
      '送迎・駐車場',
    ]),
    list('紙と道具', [
      'テーブルの札・席の紙・番号のある付箋',
      'A3の紙・太いペン・投票のシール',
      '進行表・問いの紙',
      '参加後のアンケート',
    ]),
    list('人', ['進行役', 'テーブルの進行役', '記録する人', '受付', '写真（断った方を写さない）']),
    list('合計', ['費用の合計']),
  ])
}

/** 参加後のアンケート: how it was for those who came; without a name. */
export function feedbackForm(kit: Kit): TextDocument {
  const scale = '□ そう思う　□ どちらかといえばそう思う　□ どちらかといえばそう思わない　□ そう思わない'
  const asked = [
    '話しやすい雰囲気でしたか',
    '自分の考えを出せましたか',
    'ほかの人の考えから、気づくことがありましたか',
  ]
  const line = () => paragraph('　')
  return kitDocument(kit, `${kit.session.title} 参加後のアンケート`, [
    paragraph('名前は書かないでください。次の会をよくするために使います。'),
    ...asked.flatMap((question, at) => [heading(1, `問${at + 1}　${question}`), paragraph(scale)]),
    heading(1, '問4　時間の長さは、どうでしたか'),
    paragraph('□ 長い　□ ちょうどよい　□ 短い'),
    heading(1, '問5　言い残したこと、お気づきのこと'),
    ...Array.from({ length: 6 }, line),
  ])
}

/** 投票用紙: each statement with a box to mark; a number and no name. */
export const ballotPaper = (kit: Kit, statements: readonly Statement[]): TextDocument =>
  kitDocument(kit, `${kit.session.title} 投票用紙`, ballotBlocks(statements))
