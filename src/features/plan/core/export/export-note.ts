export const exportCodes = {
  'kept-as-words': 'StratMLに欄がないため、OtherInformationに文として書きました',
  'left-out': '公開しない内容なので、書き出しませんでした',
  'number-filled-in': '文章の中の数値を、今の値の数字に置き換えました',
  'number-missing': '文章の中の数値の元データがないため、「―」と書きました',
  'character-removed': 'XMLで使えない文字を取り除きました',
  'without-place': '体系の中に置き場所がないため、計画全体のOtherInformationに書きました',
  'doubled-identifier': '同じ id が2つあるため、2つ目の id を書きませんでした',
  'goal-added': 'StratMLには目標（Goal）が1つ以上必要なので、将来像を目標として加えました',
} as const
export type ExportCode = keyof typeof exportCodes

/** What a writer did with content that the format has no place for: a field of the plan, how often, and a sentence. */
export type ExportNote = { code: ExportCode; path: string; count: number; message: string }

/** Counts what happened to each field while a document is written. */
export type Tally = {
  add: (code: ExportCode, path: string, count?: number) => void
  notes: (labelOf: (path: string) => string) => ExportNote[]
}

export function newTally(): Tally {
  const counts = new Map<string, { code: ExportCode; path: string; count: number }>()
  return {
    add(code, path, count = 1) {
      if (count === 0) return
      const key = `${code} ${path}`
      counts.set(key, { code, path, count: (counts.get(key)?.count ?? 0) + count })
    },
    notes: (labelOf) =>
      [...counts.values()].map((one) => ({
        ...one,
        message: `${labelOf(one.path)}：${exportCodes[one.code]}（${one.count}件）。`,
      })),
  }
}
