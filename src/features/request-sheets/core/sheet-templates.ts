import type { FieldKind, SheetField, TableColumn } from './fields.ts'
import type { SheetType } from './sheets.ts'

/** Who a sheet is about: one a section, or one a measure of the plan. */
export const askedOfLabels = { unit: '課ごとに1枚', measure: '施策ごとに1枚（主管課へ）' } as const
export type AskedOf = keyof typeof askedOfLabels

/** ひな形: the fields of a sheet, made on screen or preset. A round takes a copy of them. */
export type SheetTemplate = {
  id: string
  title: string
  sheetType: SheetType
  askedOf: AskedOf
  fields: SheetField[]
  revision: number
}

type Own = Partial<SheetField> & { kind?: FieldKind }
const field = (id: string, label: string, own: Own = {}): SheetField => ({
  id,
  label,
  kind: 'text',
  isRequired: false,
  ...own,
})
const line = (id: string, label: string, prefill?: string) =>
  field(id, label, { kind: 'line', ...(prefill ? { prefill } : {}) })
const choice = (id: string, label: string, choices: string[], prefill?: string) =>
  field(id, label, { kind: 'choice', choices, ...(prefill ? { prefill } : {}) })
const number = (id: string, label: string, prefill: string, own: Own = {}) =>
  field(id, label, { kind: 'number', prefill, ...own })
const table = (id: string, label: string, columns: TableColumn[], own: Own = {}) =>
  field(id, label, { kind: 'table', columns, ...own })
const cell = (label: string, choices?: string[]): TableColumn =>
  choices ? { label, kind: 'choice', choices } : { label, kind: 'line' }
const figure = (label: string): TableColumn => ({ label, kind: 'number' })

/** The headings by which a table of costs is found, also in a city's own form. */
export const costColumns = { year: '年度（西暦）', cost: '概算費（千円）' } as const

export const directionChoices = ['増やす', '減らす', '維持する']
export const accumulationChoices = ['単年', '累計', '時点']
export const indicatorKindChoices = ['成果', '活動', '意識', '背景']

const situation = [
  line('answerer', '回答責任者（職）'),
  field('results', '前期の施策・事業の実績', { isRequired: true, prefill: 'unitResults' }),
  field('causes', '達成・未達の要因'),
  table(
    'continuation',
    '事業の今後',
    [cell('事業名'), cell('今後', ['継続', '拡充', '縮小', '統合', '廃止', '新規']), cell('理由')],
    { rows: 8, prefill: 'unitProjects' },
  ),
  field('conditions', '社会情勢・法改正の影響'),
  field('requests', '住民・団体からの要望（経路・年度）'),
  field('higher-plans', '国・県の動き、根拠となる計画'),
  field('priority', '後期で重点的に進めたいこと', { isRequired: true }),
  table(
    'costs',
    '重点的に進めたいことの概算費・財源・時期',
    [cell('事業名'), figure(costColumns.year), figure(costColumns.cost), cell('財源')],
    { rows: 8, hint: '事業と年度ごとに1行です。財源は、国・県の補助、起債などを書きます' },
  ),
  field('cooperation', 'ほかの課との連携・調整', { hint: '課の名前を、組織のとおりに書いてください' }),
  table(
    'indicator-review',
    'いまの指標の見直し',
    [cell('指標名'), cell('見直し', ['残す', '直す', 'やめる']), cell('理由')],
    { rows: 6, prefill: 'unitIndicators' },
  ),
]

const hearing = [
  line('when', '日時', 'hearingTime'),
  field('attendees', '出席者（職）', { isRequired: true }),
  field('questions', '質疑', { isRequired: true, prefill: 'openQuestions' }),
  field('agreed', '確認したこと・合意した文言'),
  table('homework', '宿題', [cell('内容'), cell('担当（職）'), cell('期限')], { rows: 5 }),
]

const target = [
  field('desired-state', 'めざす姿', { isRequired: true, prefill: 'desiredState' }),
  field('situation', '現状', { prefill: 'situation' }),
  field('issues', '課題', { isRequired: true, prefill: 'issues' }),
  field('directions', '施策の方向', { prefill: 'directions', hint: '「見出し：内容」を1行に1つ書きます' }),
  field('programs', '主な取組', { prefill: 'programs', hint: '1行に1つ書きます' }),
  field('support', '関係課', { prefill: 'supportUnits', hint: '課の名前を、組織のとおりに1行に1つ書きます' }),
  field('role-self', '市民の役割（自助）', { prefill: 'role1' }),
  field('role-mutual', '地域の役割（共助）', { prefill: 'role2' }),
  field('role-public', '市の役割（公助）', { prefill: 'role3' }),
  field('sdgs', 'SDGs（ターゲットまで）', { prefill: 'sdgs' }),
  field('related-plans', '関連する個別計画', { prefill: 'relatedPlans' }),
  field('priority', '重点施策の候補にしたい理由（候補にするとき）'),
  field('indicator', '指標名', { kind: 'line', isRequired: true, prefill: 'indicatorName' }),
  choice('indicator-kind', '指標の種類', indicatorKindChoices, 'indicatorKind'),
  line('unit', '単位', 'unit'),
  choice('direction', '指標の方向性', directionChoices, 'direction'),
  field('definition', '定義・算出式', { prefill: 'definition' }),
  line('source', '出典', 'source'),
  line('frequency', '把握の頻度', 'frequency'),
  line('available-from', '把握の時期', 'availableFrom'),
  choice('accumulation', '単年・累計', accumulationChoices, 'accumulation'),
  number('baseline-year', '基準年度（西暦）', 'baselineYear'),
  number('baseline', '基準値', 'baseline'),
  number('interim-year', '中間年度（西暦）', 'interimYear'),
  number('interim', '中間値', 'interim'),
  number('target-year', '目標年度（西暦）', 'targetYear'),
  number('target', '目標値', 'target', { isRequired: true }),
  field('rationale', '目標値の設定根拠', { isRequired: true, prefill: 'rationale' }),
  field('achieved', '前期の目標の達成状況', { prefill: 'achieved' }),
  table(
    'more-indicators',
    'ほかの指標',
    [
      cell('指標名'),
      cell('単位'),
      cell('方向性', directionChoices),
      figure('基準値'),
      figure('目標値'),
      cell('設定根拠'),
    ],
    { rows: 2, prefill: 'moreIndicators' },
  ),
  field('note', '事務局への連絡'),
]

/**
 * The fields of the three preset sheets. No blank form of a city was found: they are composed from the policy for making
 * the plan (策定方針, 令和3年5月) and several cities' forms. A city makes its own from them, or from nothing.
 */
export const sheetTemplates = { situation, hearing, target } satisfies Partial<
  Record<SheetType, readonly SheetField[]>
>
export type PresetType = keyof typeof sheetTemplates

const preset = (sheetType: PresetType, title: string, askedOf: AskedOf): SheetTemplate => ({
  id: sheetType,
  title,
  sheetType,
  askedOf,
  fields: [...sheetTemplates[sheetType]],
  revision: 0,
})

/** The three that are there without anything being made. */
export const presetTemplates: readonly SheetTemplate[] = [
  preset('situation', '調査票（現状・課題）', 'unit'),
  preset('hearing', 'ヒアリングシート', 'unit'),
  preset('target', '施策・目標値依頼シート', 'measure'),
]
