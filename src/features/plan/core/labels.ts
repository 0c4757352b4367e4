import type { Stage } from '#src/formats/plan-document.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { PlanItem } from '#src/formats/plan-item.ts'

export const stageLabels: Record<Stage, string> = {
  'outline-draft': '骨子案',
  'preliminary-draft': '素案',
  draft: '案',
  adopted: '成案',
  revised: '改定',
}

/** 素案 第2版 */
export const versionLabel = (stage: Stage, number: number) => `${stageLabels[stage]} 第${number}版`

export const indicatorKindLabels: Record<Indicator['kind'], string> = {
  outcome: '成果（住民や地域の変化）',
  output: '活動（行った量）',
  perception: '意識（住民の受け止め）',
  context: '参考（取り巻く状況）',
}

export const directionLabels: Record<NonNullable<Indicator['direction']>, string> = {
  increase: '増やす',
  decrease: '減らす',
  maintain: '保つ',
}

export const accumulationLabels: Record<NonNullable<Indicator['accumulation']>, string> = {
  annual: '単年（その年度の分）',
  cumulative: '累計（始めの年度からの合計）',
  point: '時点（ある日の値）',
}

export const sourceKindLabels: Record<Indicator['source']['kind'], string> = {
  statistic: '統計',
  survey: '市民意向調査',
  ledger: '台帳・業務の記録',
  report: '報告書',
  other: 'その他',
}

export const basisLabels: Record<NonNullable<Indicator['rationale']['basis']>, string> = {
  trend: 'これまでの伸び',
  peer: 'ほかの市との比較',
  plan: '関連計画の目標',
  law: '法令・国の目標',
  capacity: '実施できる量',
  survey: '調査の結果',
}

export const itemStatusLabels: Record<PlanItem['status'], string> = {
  draft: '作成中',
  submitted: '提出済',
  returned: '差戻し',
  accepted: '受理',
}

export const stanceLabels = { supports: '支える', qualifies: '条件を付ける', contradicts: '反する' } as const

export const evidenceKindLabels = {
  'survey-cell': '調査の集計',
  statistic: '統計',
  voice: '市民の声',
  evaluation: '評価',
  'meeting-decision': '会議の決定',
  document: '文書',
} as const

/** 根拠の強さ (plan.md §8). */
export const evidenceLevelLabels = [
  '未評価',
  '事例・専門家・市民の声',
  '相関・横断・前後の比較',
  '準実験（差の差など）',
  '無作為化比較',
  '系統的レビュー・メタ分析',
] as const

export const triggerKindLabels = {
  disaster: '災害',
  epidemic: '感染症',
  economy: '経済の変化',
  law: '法令の改正',
  result: '指標の結果',
  other: 'その他',
} as const
