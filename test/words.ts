import type { Token, TokenisedText } from '#src/lib/text/token.ts'

/**
 * A text already cut by blanks: `歩い/歩く て 帰る 。`, the dictionary form after a stroke where it differs. For
 * tests.
 */
export function cutText(id: string, words: string): TokenisedText {
  let text = ''
  const tokens = words.split(' ').map((word): Token => {
    const [surface = '', base = surface] = word.split('/')
    const start = text.length
    text += surface
    const kind = /[。、！]/.test(surface)
      ? 'symbol'
      : /^[はがをにのてと]$/.test(surface)
        ? 'particle'
        : 'noun'
    return { surface, base, kind, start, end: text.length }
  })
  return { id, text, tokens }
}
