/** 資料の種類: what a file is, as its person knows it. */
export const sourceKinds = [
  'ssdse-a',
  'census-age',
  'projection-age',
  'register-age',
  'estat',
  'dashboard',
  'tidy',
] as const
export type SourceKind = (typeof sourceKinds)[number]

/** What each kind is called on the screen. */
export const sourceKindLabels: Record<SourceKind, string> = {
  'ssdse-a': 'SSDSE-A（市区町村、統計センター）',
  'census-age': '国勢調査（男女・5歳階級別、年ごとの列）',
  'projection-age': '将来推計人口（男女・5歳階級別、年ごとの列）',
  'register-age': '住民基本台帳（地域・年齢別人口）',
  estat: 'e-Stat API のJSON',
  dashboard: '統計ダッシュボード のJSON',
  tidy: 'そのほかの表（列を選んで読む）',
}

/** What is filled in for a new data set: title, publisher and how its licence wants it named. */
export const sourceDefaults: Record<SourceKind, { title: string; publisher: string; credit: string }> = {
  'ssdse-a': {
    title: 'SSDSE-市区町村（SSDSE-A）',
    publisher: '独立行政法人統計センター',
    credit: '「SSDSE-市区町村（SSDSE-A）」（統計センター）を加工して作成',
  },
  'census-age': {
    title: '国勢調査 男女・年齢5歳階級別人口',
    publisher: '総務省統計局',
    credit: '「国勢調査」（総務省統計局）を加工して作成',
  },
  'projection-age': {
    title: '日本の地域別将来推計人口',
    publisher: '国立社会保障・人口問題研究所',
    credit: '「日本の地域別将来推計人口」（国立社会保障・人口問題研究所）を加工して作成',
  },
  'register-age': { title: '地域・年齢別人口（住民基本台帳）', publisher: '', credit: '' },
  estat: { title: '', publisher: '', credit: '「政府統計の総合窓口（e-Stat）」のデータを加工して作成' },
  dashboard: { title: '', publisher: '', credit: '「統計ダッシュボード」のデータを加工して作成' },
  tidy: { title: '', publisher: '', credit: '' },
}
