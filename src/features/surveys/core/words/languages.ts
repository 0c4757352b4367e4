import { eraDayDual } from '#src/lib/japanese/fiscal-year.ts'
import { chinese } from './chinese.ts'
import { english } from './english.ts'
import { type FormWords, japanese } from './japanese.ts'
import { korean } from './korean.ts'
import { plainJapanese } from './plain-japanese.ts'
import { portuguese } from './portuguese.ts'
import { vietnamese } from './vietnamese.ts'

/** Languages the web form speaks besides Japanese: what they call themselves, their name, their tag in HTML. */
export const languages = {
  'ja-plain': { own: 'やさしい日本語', name: 'やさしい日本語', tag: 'ja', words: plainJapanese },
  en: { own: 'English', name: '英語', tag: 'en', words: english },
  zh: { own: '简体中文', name: '中国語（簡体字）', tag: 'zh-Hans', words: chinese },
  ko: { own: '한국어', name: '韓国・朝鮮語', tag: 'ko', words: korean },
  vi: { own: 'Tiếng Việt', name: 'ベトナム語', tag: 'vi', words: vietnamese },
  pt: { own: 'Português', name: 'ポルトガル語', tag: 'pt-BR', words: portuguese },
} as const satisfies Record<string, { own: string; name: string; tag: string; words: FormWords }>

export type Language = keyof typeof languages
export const languageCodes = Object.keys(languages) as Language[]

export const asLanguage = (code: string | undefined): Language | undefined =>
  languageCodes.find((one) => one === code)

export const wordsIn = (language: Language | undefined): FormWords =>
  language ? languages[language].words : japanese

/** Fills `{n}` and its kind. What is missing stays empty. */
export const filled = (words: string, values: Readonly<Record<string, string | number>>): string =>
  words.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))

/** A day as people of the language write it; in Japanese with its era. */
export const dayWords = (day: string, language: Language | undefined): string =>
  language === undefined || language === 'ja-plain'
    ? eraDayDual(day)
    : new Intl.DateTimeFormat(languages[language].tag, { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${day}T00:00:00Z`),
      )
