import { normalForm } from '#src/lib/text/normal-form.ts'
import type { Judgement, Rule } from './finding.ts'

/** Words of six katakana and more that everybody knows from daily life. */
const everyday = new Set(
  [
    'インターネット',
    'ボランティア',
    'アンケート',
    'スーパーマーケット',
    'レクリエーション',
    'エネルギー',
    'コミュニティ',
    'コミュニケーション',
    'ホームページ',
    'プログラム',
    'プロジェクト',
    'スケジュール',
    'キャンペーン',
    'マイナンバーカード',
    'スマートフォン',
    'パトロール',
    'ウォーキング',
    'ワークショップ',
    'トレーニング',
    'リサイクル',
    'オンライン',
    'ハザードマップ',
    'バリアフリー',
    'ライフスタイル',
    'サポート',
    'パンフレット',
    'グループ',
    'イベント',
    'ショッピング',
    'ネットワーク',
    'システム',
    'リーダー',
    'メンバー',
    'スポーツ',
    'ガイドライン',
    'コミュニティバス',
    'コミュニティセンター',
    'インターチェンジ',
    'スマートインターチェンジ',
  ].map(normalForm),
)

/** DC003: a long loan word used without explanation. One finding a word, at its first place. */
export const unexplainedWord: Rule = {
  id: 'DC003',
  group: 'DC',
  severity: 'W',
  gate: 'G3',
  title: '説明のないカタカナ語',
  rationale: '計画書は、カタカナ語になじみのない人も読みます。',
  needs: [],
  thresholds: [6],
  check: ({ plan, texts, numbers }, _context, [least = 6]) => {
    const explained = new Set(plan.termNotes.map(({ term }) => normalForm(term)))
    const seen = new Map<string, Judgement>()
    const inOrder = texts
      .filter(({ plain }) => /[ァ-ヴーｦ-ﾟ]{4}/.test(plain))
      .map((text) => ({ ...text, place: placeOf(numbers, text.subjectId) }))
      .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
    for (const { subjectId, field, paragraphId, plain } of inOrder) {
      for (const match of plain.normalize('NFKC').matchAll(/[ァ-ヴー・]+/g)) {
        const word = match[0].replace(/^・+|・+$/g, '')
        const key = normalForm(word)
        const glossed = /^[（(]/.test(plain.normalize('NFKC').slice(match.index + match[0].length))
        if (word.replaceAll('・', '').length < least || everyday.has(key) || explained.has(key)) continue
        if (seen.has(key) || glossed) {
          explained.add(key)
          continue
        }
        seen.set(key, {
          subjectId,
          field,
          ...(paragraphId ? { paragraphId } : {}),
          key,
          message: `「${word}」に説明がありません。`,
          advice: '言いかえるか、かっこで説明するか、用語解説に加えてください。',
        })
      }
    }
    return [...seen.values()]
  },
}

/** 3-12 as words that sort like the numbers, then by what never changes. */
const placeOf = (numbers: ReadonlyMap<string, string>, id: string) =>
  `${(numbers.get(id) ?? '~').replaceAll(/\d+/g, (digits) => digits.padStart(4, '0'))} ${id}`
