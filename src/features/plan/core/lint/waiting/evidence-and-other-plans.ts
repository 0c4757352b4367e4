import type { Waiting } from './waiting.ts'

export const waitingForOtherPlans: readonly Waiting[] = [
  [
    'XP005',
    'W',
    'G3',
    '個別計画の目標とずれている',
    '下の計画の目標が上の計画に届かなければ、どちらかが誤りです。',
    ['relatedPlans'],
  ],
  [
    'XP011',
    'I',
    '',
    '国・県のKPIに対応する指標がない',
    '上位の計画との整合を確かめるためです。',
    ['relatedPlans'],
  ],
  [
    'XP013',
    'W',
    'G4',
    '互いに妨げ合う施策に手当てがない',
    '一方を進めると他方が遅れる組合せには、調整が要ります。',
    ['synergy'],
  ],
  [
    'EV007',
    'W',
    'G3',
    '縮小とした事業が理由なく続いている',
    '評価の結果を、次の計画に生かすためです。',
    ['priorPlan'],
  ],
]
