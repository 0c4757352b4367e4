import { comparable } from './password-parts.ts'

/** What somebody who knows the person and the city would try first. */
export type Surroundings = {
  email: string
  name: string
  /** The outside address of the installation. */
  site: string
  city?: { name: string; kana: string; districts: readonly string[] } | undefined
}

/** The words of this account, this city and this site: a password made of them is guessed at once. */
export function ownWordsOf({ email, name, site, city }: Surroundings): string[] {
  const texts = [
    email.split('@')[0] ?? '',
    name.replaceAll(/\s/g, ''),
    ...[email, name, site].flatMap((text) => text.split(/[@.:/\s_+-]+/)),
    ...(city
      ? [city.name, city.kana, withoutEnding(city.name), withoutEnding(city.kana), ...city.districts]
      : []),
  ]
  return [...new Set(texts.map(comparable).filter(isWord))]
}

/** つくばみらい市 → つくばみらい, つくばみらいし → つくばみらい */
const withoutEnding = (name: string) => name.replace(/(?:[市町村区]|し|まち|ちょう|むら|そん|く)$/, '')

/** Two letters say something in kanji and kana, three in others. */
const isWord = (text: string) => text.length >= (/^[ -~]*$/.test(text) ? 3 : 2)
