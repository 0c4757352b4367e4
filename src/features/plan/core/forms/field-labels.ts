import { measureTextLabels } from './measure-text-form.ts'

const parts: Readonly<Record<string, string>> = {
  'issue-text': '課題',
  'direction-heading': '施策の方向（見出し）',
  'direction-text': '施策の方向（本文）',
  'direction-addresses': '施策の方向（対応する課題）',
  'sdg-goal': 'SDGsのゴール',
  'sdg-target': 'SDGsのターゲット',
  'sdg-reason': 'SDGsの理由',
  'sdg-primary': '主なSDGs',
  'society-tag': 'Society 5.0の技術',
  'society-text': 'Society 5.0で変わること',
  'trigger-kind': '見直しの条件（種類）',
  'trigger-text': '見直しの条件',
  'interim-year': '中間値の年度',
  'interim-value': '中間値',
  'actual-year': '実績の年度',
  'actual-value': '実績値',
  'actual-comment': '実績の注',
  'actual-provisional': '実績（速報値）',
  'principle-title': '理念',
  'principle-text': '理念・原則の文',
  'principle-applies': '原則に当てはまる',
  'chapter-heading': '章の見出し',
  'chapter-text': '章の本文',
  'term-term': '用語',
  'term-kana': '用語のよみ',
  'term-text': '用語の説明',
}

const words: Readonly<Record<string, string>> = {
  ...measureTextLabels,
  title: '名前',
  districts: '対象地区',
  alternatives: '他の手段の検討',
  'priority-flagged': '重点施策',
  'priority-reason': '重点施策とする理由',
  name: '指標名',
  kind: '種類',
  definition: '定義',
  unit: '単位',
  direction: '方向性',
  accumulation: '累計・単年',
  baselineYear: '基準値の年度',
  baselineValue: '基準値',
  targetYear: '目標年度',
  targetValue: '目標値',
  targetKind: '目標の種類',
  sourceRef: '出典',
  rationale: '設定根拠',
  text: '本文',
  visionTitle: '将来像',
  visionText: '将来像の説明',
}

/** The words for a field of a form by its name: `issue-2-text` is 課題 2. */
export function fieldLabel(name: string): string {
  const row = /^([a-z]+)-(\d{1,3})-([a-z]+)$/.exec(name)
  if (row) return `${parts[`${row[1]}-${row[3]}`] ?? name} ${row[2]}`
  const keyed = /^(role|principle)-([A-Za-z]+)/.exec(name)
  if (keyed) return keyed[1] === 'role' ? '役割' : '6原則'
  return words[name] ?? name
}
