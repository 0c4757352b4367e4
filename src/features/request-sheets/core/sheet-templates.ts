import type { FieldKind, SheetField, SheetType } from './sheets.ts'

const field = (
  id: string,
  label: string,
  own: Partial<SheetField> & { kind?: FieldKind } = {},
): SheetField => ({
  id,
  label,
  kind: 'text',
  isRequired: false,
  ...own,
})

/**
 * The fields of the three sheets. No blank form of a city was found: they are composed from the policy for making the plan
 * (策定方針, 令和3年5月) and several cities' forms, and each round may be made with its own.
 */
export const sheetTemplates: Record<SheetType, readonly SheetField[]> = {
  situation: [
    field('results', '前期の施策・事業の実績', { isRequired: true }),
    field('causes', '達成・未達の要因'),
    field('continuation', '事業の今後', {
      kind: 'choice',
      choices: ['継続', '拡充', '縮小', '統合', '廃止', '新規'],
    }),
    field('continuation-reason', '今後の理由'),
    field('conditions', '社会情勢・法改正の影響'),
    field('requests', '住民・団体からの要望（経路・年度）'),
    field('higher-plans', '国・県の動き、根拠となる計画'),
    field('priority', '後期で重点的に進めたいこと（概算費・財源・時期）', { isRequired: true }),
    field('cooperation', 'ほかの課との連携・調整'),
    field('indicator-review', 'いまの指標の見直し（残す・直す・やめる）と理由'),
  ],
  hearing: [
    field('when', '日時', { kind: 'line', isRequired: true }),
    field('attendees', '出席者（職）', { isRequired: true }),
    field('questions', '質疑', { isRequired: true }),
    field('agreed', '確認したこと・合意した文言'),
    field('homework', '宿題（担当・期限）'),
  ],
  target: [
    field('desired-state', 'めざす姿', { isRequired: true, prefill: 'desiredState' }),
    field('situation', '現状', { prefill: 'situation' }),
    field('issues', '課題', { isRequired: true, prefill: 'issues' }),
    field('directions', '施策の方向', { prefill: 'directions' }),
    field('programs', '主な取組', { prefill: 'programs' }),
    field('indicator', '指標名', { kind: 'line', isRequired: true, prefill: 'indicatorName' }),
    field('unit', '単位', { kind: 'line', prefill: 'unit' }),
    field('direction', '指標の方向性', {
      kind: 'choice',
      choices: ['増やす', '減らす', '維持する'],
      prefill: 'direction',
    }),
    field('baseline', '基準値', { kind: 'number', prefill: 'baseline' }),
    field('target', '目標値', { kind: 'number', isRequired: true, prefill: 'target' }),
    field('rationale', '目標値の設定根拠', { isRequired: true, prefill: 'rationale' }),
    field('note', '事務局への連絡'),
  ],
}
