/** The lists a person may edit; `version` goes into every result, because other words give other groups. */
export type WordLists = {
  version: string
  /** Base forms that say nothing about a topic. */
  stopWords: ReadonlySet<string>
  /** Base form → the word it is counted as. */
  synonyms: ReadonlyMap<string, string>
}

const verbs =
  'する ある いる なる できる 出来る 思う おもう 感じる 考える 言う いう 行う おこなう やる くれる もらう いただく'
const more =
  '下さる くださる しまう おる くる 来る みる 見る 見える 使う とる 取る 出る 出す 入る 持つ つく つける よる 対する 関する'
const adjectives = 'ない 無い よい 良い いい 多い 少ない 欲しい ほしい 大きい 小さい'
const nouns =
  'こと もの ため よう とき 時 ところ 所 方 ほう 人 今 今後 現在 以上 以下 程度 場合 必要 希望 要望 意見 お願い 願い'
const formal =
  'わけ はず つもり まま うち ほど ほか 他 など 等 ずつ 点 面 中 上 下 前 後 間 的 さん 私 自分 皆 みんな 何 どこ 誰 いつ'
const adverbs =
  'もっと とても すごい かなり 特に まだ もう よく 少し ぜひ 是非 たくさん いろいろ 色々 ちょっと'

/** Words that say nothing about a topic (数えない語), in what residents write about a town. Made for this project. */
export const defaultStopWords = [verbs, more, adjectives, nouns, adverbs].join('\n')

/** Formal nouns (形式名詞), pronouns and what leans on others. */
export const defaultFormalNouns = formal

/** Words of a list, parted by blanks, commas or lines; `#` begins a remark. */
export const readWords = (list: string): string[] =>
  list.split(/\r?\n/).flatMap((line) =>
    line
      .replace(/#.*$/, '')
      .split(/[\s、,，]+/)
      .filter((word) => word !== ''),
  )

/** Stop words and formal nouns as they come with the product; synonyms are the city's own. */
export const defaultWordLists: WordLists = {
  version: 'ja-2026-1',
  stopWords: new Set(readWords(`${defaultStopWords}\n${defaultFormalNouns}`)),
  synonyms: new Map(),
}
