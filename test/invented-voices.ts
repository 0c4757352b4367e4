import { type Random, seededRandom } from '#src/lib/text/seeded-random.ts'

/** A voice as rows on files have it. */
export type InventedVoice = { id: string; submission: string; verbatim: string; district: string }

const districts = ['伊奈', '谷和原', 'みらい平']
const subjects = [
  'バス',
  '学童',
  '公園',
  '通学路',
  '駅前の店',
  '病院',
  '街灯',
  '水路',
  '空き家',
  '図書館',
  '直売所',
  '防災無線',
]
const more = [
  '集会所',
  '歩道',
  '保育所',
  '体育館',
  'ごみ集積所',
  '消防団',
  '農地',
  '市役所の窓口',
  '高齢者の見守り',
  '部活動',
]
const places = [
  '小学校の前',
  '駅の東',
  '集会所の横',
  '国道沿い',
  '団地の中',
  '川の近く',
  '交差点',
  '古い住宅地',
]
const troubles = [
  'が足りない',
  'が少ない',
  'が古くなった',
  'が暗くて怖い',
  'に入れず困っている',
  'が遠い',
  'が分かりにくい',
  'が閉まった',
]
const wishes = [
  '増やしてほしい',
  '直してほしい',
  '早く決めてほしい',
  '見直してください',
  '知らせてほしい',
  '続けてほしい',
  '広げてください',
]
const whys = [
  '子どもがいるので',
  '免許を返したので',
  '仕事の帰りに',
  '雨の日に',
  '朝の時間に',
  '休みの日に',
  '夜に',
  '親の介護で',
]
const thanks = ['いつもありがとうございます。', '', '', '以上です。', 'よろしくお願いします。', '']
const postcard =
  '新しい道路の計画に反対します。静かな暮らしと通学路の安全を守り、計画を白紙に戻してください。'

/**
 * Voices made up from pieces of sentences, a tenth of them copies of one post card. The same for the same
 * seed.
 */
export function inventedVoices(count: number, seed = 'voices'): InventedVoice[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, (_, at) => {
    const number = String(at + 1).padStart(5, '0')
    return {
      id: `op-${number}`,
      submission: `su-${number}`,
      district: pick(districts, random),
      verbatim: random() < 0.1 ? copyOfPostcard(random) : sentences(random),
    }
  })
}

const pick = (items: readonly string[], random: Random): string =>
  items[Math.floor(random() * items.length)] as string

function sentences(random: Random): string {
  const one = () => {
    const subject = pick([...subjects, ...more], random)
    const why = random() < 0.5 ? pick(whys, random) : ''
    const trouble = `${why}${pick(places, random)}の${subject}${pick(troubles, random)}。`
    return `${trouble}${pick(districts, random)}でも${pick(more, random)}を${pick(wishes, random)}。`
  }
  return `${Array.from({ length: 1 + Math.floor(random() * 3) }, one).join('')}${pick(thanks, random)}`
}

const copyOfPostcard = (random: Random) =>
  random() < 0.8
    ? postcard
    : `${postcard}${random() < 0.5 ? sentences(random) : '（'.concat(pick(districts, random), '住民）')}`
