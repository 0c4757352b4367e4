import type { Need } from './finding.ts'

/** What a rule needs besides the plan, and where it comes from. */
export const needWords: Record<Need, string> = {
  today: '今日の日付',
  previous: '前の版（版と公開）',
  glossary: '市の用語集',
  surveys: '市民意向調査の集計（調査の部屋から）',
  frame: '計画フレーム（計画フレームの部屋から）',
  registry: 'この標で作業している関連計画（計画の部屋から）',
  relatedPlans: '上位・下位の計画の目標と国・県のKPI（関連計画の部屋から）',
  synergy: '施策の相乗・相反の表（優先順位の部屋から）',
  priorPlan: '前期の評価（評価の部屋から）',
  requests: '依頼シートの状態（依頼シートの部屋から）',
  comments: '意見（依頼シート・審議・パブリックコメントの部屋から）',
  promises: '市の考え方（パブリックコメントの部屋から）',
  broken: '根拠の参照先（各部屋から）',
  usage: '担当課の利用の記録',
  fiscal: '財政計画の上限（財政フレームの部屋から）',
  priorities: '重点の検討（優先順位の部屋から）',
  rendered: '組まれた計画書（図・表・見出し）',
  datasets: '統計の値（統計の部屋から）',
  evidence: '反対の結果（審議の部屋から）',
}
