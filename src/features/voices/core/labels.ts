import { channels, type opinionKinds, type requestPaths, type Voice } from '#src/formats/voice.ts'

export type Channel = (typeof channels)[number]
export type Method = Voice['method']
export type OpinionKind = (typeof opinionKinds)[number]
export type Disclosure = 'undecided' | 'public' | 'summary-only' | 'withheld'

/** 経路 */
export const channelLabels: Readonly<Record<Channel, string>> = {
  survey: '市民意向調査（自由意見）',
  outside: '市外在住者調査',
  workshop: 'ワークショップ',
  hearing: 'グループヒアリング',
  interview: 'インタビュー',
  request: '要望',
  briefing: '市民説明会',
  comment: 'パブリックコメント',
  staff: '職員',
}

/** 要望の経路 */
export type RequestPath = (typeof requestPaths)[number]
export const requestPathLabels: Readonly<Record<RequestPath, string>> = {
  ward: '行政区',
  'mayor-mail': '市長へのメール',
  assembly: '議会',
  organization: '団体',
  talk: '懇談会',
  other: 'その他',
}

/** Channels staff take in by hand: public comment has its own desk with its case. */
export const deskChannels = channels.filter((channel) => channel !== 'comment')

/** 受付の方法 */
export const methodLabels: Readonly<Record<Method, string>> = {
  counter: '窓口',
  post: '郵送',
  fax: 'ファクス',
  mail: 'メール',
  online: '電子申請',
  form: '記入票',
  spoken: '口頭',
  card: '付箋',
}
export const methods = Object.keys(methodLabels) as Method[]

/** 種別 */
export const kindLabels: Readonly<Record<OpinionKind, string>> = {
  opinion: '意見',
  request: '要望',
  question: '質問',
  praise: '謝意',
  none: 'なし',
  offtopic: '対象外',
}

/** 集め方: numbers of an open call are not those of a sample. */
export const frameLabels: Readonly<Record<Voice['frame'], string>> = {
  sampled: '無作為抽出',
  'open-call': '公募・自由提出',
  invited: '招待・団体推薦',
  staff: '職員',
}

/** 公開の同意 */
export const consentLabels: Readonly<Record<Voice['consent'], string>> = {
  public: '公開してよい',
  'anonymous-quote': '名前を出さずに引用してよい',
  internal: '庁内だけ',
}

/** 公開の可否 */
export const disclosureLabels: Readonly<Record<Disclosure, string>> = {
  undecided: '未定',
  public: '公開する',
  'summary-only': '要約だけ公開する',
  withheld: '公開しない',
}

/** 年代: bands only, never an age. */
export const ageBands = ['10代以下', '20代', '30代', '40代', '50代', '60代', '70代以上'] as const
/** A band, or '' where nobody said one. */
export type AgeBand = '' | (typeof ageBands)[number]

/** The label of one, or the key of a label typed in a file. */
export const keyOfLabel = <Key extends string>(labels: Readonly<Record<Key, string>>, label: string) =>
  (Object.keys(labels) as Key[]).find((key) => labels[key] === label || key === label)

/** What still has to be done with an opinion. */
export const workLabels = {
  unsorted: '分類していない',
  'to-redact': '個人情報を見ていない',
  'to-release': '公開の可否を待つ',
  held: '確認を待つ',
  'to-check': '原本と照らし合わせていない',
} as const
