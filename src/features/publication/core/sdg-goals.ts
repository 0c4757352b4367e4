/** Names of the 17 goals (Japanese copy of UNIC), broken where the sense breaks so that no character stands alone. */
const goals = [
  ['貧困を', 'なくそう'],
  ['飢餓を', 'ゼロに'],
  ['すべての人に', '健康と福祉を'],
  ['質の高い教育を', 'みんなに'],
  ['ジェンダー平等を', '実現しよう'],
  ['安全な水とトイレを', '世界中に'],
  ['エネルギーをみんなに', 'そしてクリーンに'],
  ['働きがいも', '経済成長も'],
  ['産業と技術革新の', '基盤をつくろう'],
  ['人や国の不平等を', 'なくそう'],
  ['住み続けられる', 'まちづくりを'],
  ['つくる責任', 'つかう責任'],
  ['気候変動に', '具体的な対策を'],
  ['海の豊かさを', '守ろう'],
  ['陸の豊かさも', '守ろう'],
  ['平和と公正を', 'すべての人に'],
  ['パートナーシップで', '目標を達成しよう'],
] as const

/** Lines of the name of a goal of the SDGs; undefined for a number that is none of the 17. */
export const sdgGoalLines = (goal: number): readonly string[] | undefined => goals[goal - 1]
