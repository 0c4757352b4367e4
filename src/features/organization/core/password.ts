import { distinctParts } from './password-parts.ts'

export const shortest = 12
export const longest = 128
const fewestParts = 6

/** What the rules are, for the person who chooses a password. */
export const passwordRules = [
  `${shortest}字以上、${longest}字まで。15字以上をおすすめします。`,
  'どの文字も使えます。ひらがな・漢字・空白も使えます。記号や大文字を混ぜる決まりはありません。',
  'よく使われる語・年・続きの文字・市や自分の名前だけでできたものは、使えません。',
  '関係のない語をいくつか並べると、覚えやすく、推測されにくくなります。貼り付けもできます。',
] as const

/**
 * Why a password cannot be taken; undefined when it can. Any characters are allowed and nothing is cut off.
 *
 * Instead of a list of common passwords: whatever is put together from few of the parts that guessing begins with
 * (common words, years, rows of keys, repetitions, the words of this city and this person) is refused, so `password2026!`
 * and `tsukuba-kikaku-1234` are caught without standing in any list.
 */
export function passwordProblem(password: string, ownWords: readonly string[]): string | undefined {
  const length = [...password].length
  if (length < shortest) return `パスワードは${shortest}字以上にしてください（いま${length}字）`
  if (length > longest) return `パスワードは${longest}字までにしてください（いま${length}字）`
  if (distinctParts(password, ownWords).size >= fewestParts) return undefined
  return 'このパスワードは推測されやすいものです。よく使われる語・年・続きの文字・名前のほかに、関係のない語を加えてください'
}
