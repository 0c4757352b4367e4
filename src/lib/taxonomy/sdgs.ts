/** The taxonomy of the Sustainable Development Goals as adopted in 2015; it ends with 2030. */
export const sdgTaxonomyId = 'sdgs-2030'
export const sdgValidTo = '2030-12-31'

/** Short names of the goals (UNIC's Japanese copy), goal 1 first. */
export const goalNames: readonly string[] = [
  '貧困をなくそう',
  '飢餓をゼロに',
  'すべての人に健康と福祉を',
  '質の高い教育をみんなに',
  'ジェンダー平等を実現しよう',
  '安全な水とトイレを世界中に',
  'エネルギーをみんなに そしてクリーンに',
  '働きがいも経済成長も',
  '産業と技術革新の基盤をつくろう',
  '人や国の不平等をなくそう',
  '住み続けられるまちづくりを',
  'つくる責任 つかう責任',
  '気候変動に具体的な対策を',
  '海の豊かさを守ろう',
  '陸の豊かさも守ろう',
  '平和と公正をすべての人に',
  'パートナーシップで目標を達成しよう',
]

export const goalName = (goal: number): string | undefined => goalNames[goal - 1]
export const goalExists = (goal: number) => goalName(goal) !== undefined

/** How many numbered targets a goal has, and how many lettered ones (UN resolution A/RES/70/1; 169 in all). */
const targetCounts: readonly (readonly [number, number])[] = [
  [5, 2],
  [5, 3],
  [9, 4],
  [7, 3],
  [6, 3],
  [6, 2],
  [3, 2],
  [10, 2],
  [5, 3],
  [7, 3],
  [7, 3],
  [8, 3],
  [3, 2],
  [7, 3],
  [9, 3],
  [10, 2],
  [19, 0],
]

export const targetCodes: ReadonlySet<string> = new Set(
  targetCounts.flatMap(([numbered, lettered], index) => [
    ...Array.from({ length: numbered }, (_, at) => `${index + 1}.${at + 1}`),
    ...Array.from({ length: lettered }, (_, at) => `${index + 1}.${'abcd'.charAt(at)}`),
  ]),
)
export const targetExists = (code: string) => targetCodes.has(code)

/** Targets whose own year comes before 2030, with that year (wording of the targets). */
const earlyTargets: Readonly<Record<string, number>> = {
  '2.5': 2020,
  '3.6': 2020,
  '4.b': 2020,
  '6.6': 2020,
  '8.6': 2020,
  '8.7': 2025,
  '8.b': 2020,
  '9.c': 2020,
  '11.b': 2020,
  '12.4': 2020,
  '13.a': 2020,
  '14.1': 2025,
  '14.2': 2020,
  '14.4': 2020,
  '14.5': 2020,
  '14.6': 2020,
  '15.1': 2020,
  '15.2': 2020,
  '15.5': 2020,
  '15.8': 2020,
  '15.9': 2020,
  '17.8': 2017,
  '17.11': 2020,
  '17.18': 2020,
}
export const yearOfTarget = (code: string): number => earlyTargets[code] ?? 2030
