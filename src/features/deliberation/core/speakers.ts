import type { MinutesStyle } from './bodies.ts'

type Speaker = { name: string; office: string }

/**
 * Minutes as they are published: with names, or with 委員A, 委員B for members without an office, as the body's rule says.
 *
 * Letters follow the order in which the members are listed, so that one meeting has one mapping; it is never published.
 * Names are found with and without the blank between family and given name, at the head of a line and inside the text.
 */
export function publishedMinutes(text: string, style: MinutesStyle, members: readonly Speaker[]): string {
  if (style === 'names') return text
  const names = members
    .map(({ name, office }, position) => ({
      forms: formsOf(name),
      word: office || `委員${letterOf(position)}`,
    }))
    .sort((a, b) => longestOf(b.forms) - longestOf(a.forms))
  return names.reduce(
    (read, { forms, word }) => forms.reduce((words, form) => withoutName(words, form, word), read),
    text,
  )
}

/** 見本 太郎委員 becomes 委員A, not 委員A委員. */
function withoutName(text: string, form: string, word: string): string {
  const titled = new RegExp(`${escaped(form)}(委員|会長|副会長|部会長)?`, 'g')
  return text.replaceAll(titled, word)
}

function formsOf(name: string): string[] {
  const parts = name.trim().split(/[\s\u3000]+/)
  const joined = [parts.join(''), parts.join(' '), parts.join('\u3000')]
  return [...new Set(joined)].filter((form) => form !== '')
}

const longestOf = (forms: readonly string[]) => Math.max(0, ...forms.map((form) => form.length))
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A … Z, then AA, AB. */
function letterOf(position: number): string {
  const letter = String.fromCharCode(65 + (position % 26))
  return position < 26 ? letter : letterOf(Math.floor(position / 26) - 1) + letter
}
