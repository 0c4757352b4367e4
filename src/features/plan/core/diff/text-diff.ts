import type { Paragraph } from '#src/formats/plan-item.ts'
import { middleReplaced, type Run, shortestEdit } from './shortest-edit.ts'

export type TextSpan = { kind: 'same' | 'added' | 'removed'; text: string }
export type ParagraphDiff = { id: string; spans: TextSpan[] }

/** Beyond this many changed words a text is compared by sentences; beyond as many of these, its middle is replaced. */
const mostEdits = 800

/**
 * What was taken out of a text and put into it, in words.
 *
 * Where the words changed so much that a reader could not follow them, whole phrases are replaced.
 */
export function textDiff(before: string, after: string): TextSpan[] {
  const [a, b] = [before.normalize('NFC'), after.normalize('NFC')]
  if (a === b) return a === '' ? [] : [{ kind: 'same', text: a }]
  return spansOf(withoutIslands(stepsBetween(a, b)))
}

/** 段落ごとの新旧: paragraphs by their ids, those that are gone behind the one they followed. */
export function paragraphsDiff(before: readonly Paragraph[], after: readonly Paragraph[]): ParagraphDiff[] {
  const old = new Map(before.map(({ id, text }) => [id, text]))
  const kept = new Set(after.map(({ id }) => id))
  const gone = new Map<string, Paragraph[]>()
  let previous = ''
  for (const paragraph of before) {
    if (kept.has(paragraph.id)) previous = paragraph.id
    else gone.set(previous, [...(gone.get(previous) ?? []), paragraph])
  }
  const removed = (id: string) =>
    (gone.get(id) ?? []).map((one) => ({ id: one.id, spans: textDiff(one.text, '') }))
  return [
    ...removed(''),
    ...after.flatMap(({ id, text }) => [{ id, spans: textDiff(old.get(id) ?? '', text) }, ...removed(id)]),
  ]
}

/** What is taken out and put in, then what stays up to the next such place. */
type Step = { removed: string; added: string; same: string }

function stepsBetween(before: string, after: string): Step[] {
  const [words, otherWords] = [wordsIn(before), wordsIn(after)]
  const runs = shortestEdit(words, otherWords, mostEdits)
  if (runs) return stepsOf(runs, words, otherWords)
  const [a, b] = [sentencesIn(before), sentencesIn(after)]
  return stepsOf(shortestEdit(a, b, mostEdits) ?? middleReplaced(a, b), a, b)
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

/** Words as Japanese is cut; a bound number ({{…}}) is one word. */
function wordsIn(text: string): string[] {
  return text
    .split(/(\{\{[^{}]{1,60}\}\})/)
    .flatMap((piece) =>
      piece.startsWith('{{') ? [piece] : Array.from(segmenter.segment(piece), ({ segment }) => segment),
    )
}

const sentencesIn = (text: string) =>
  text.match(/[^。\n]*[。\n]?/g)?.filter((sentence) => sentence !== '') ?? []

function stepsOf(runs: readonly Run[], a: readonly string[], b: readonly string[]): Step[] {
  const steps: Step[] = []
  for (const { before, after, isSame } of runs) {
    const [removed, added] = [a.slice(...before).join(''), b.slice(...after).join('')]
    const last = steps.at(-1)
    if (!isSame) steps.push({ removed, added, same: '' })
    else if (last) last.same += added
    else steps.push({ removed: '', added: '', same: added })
  }
  return steps
}

/** The longest stretch that is still an island between two changes. */
const mostIslandCharacters = 10

/** Joins changes with only a little sameness between them: a few characters, and no more than either side changed. */
function withoutIslands(steps: readonly Step[]): Step[] {
  const joined: Step[] = []
  for (const step of steps) {
    let next = step
    let last = joined.at(-1)
    while (last && isIsland(last, next)) {
      joined.pop()
      next = {
        removed: last.removed + last.same + next.removed,
        added: last.added + last.same + next.added,
        same: next.same,
      }
      last = joined.at(-1)
    }
    joined.push(next)
  }
  return joined
}

function isIsland(step: Step, next: Step): boolean {
  const sizeOf = ({ removed, added }: Step) => Math.max(removed.length, added.length)
  const size = step.same.length
  return size > 0 && size <= mostIslandCharacters && size <= sizeOf(step) && size <= sizeOf(next)
}

const spansOf = (steps: readonly Step[]): TextSpan[] =>
  steps
    .flatMap(({ removed, added, same }): TextSpan[] => [
      { kind: 'removed', text: removed },
      { kind: 'added', text: added },
      { kind: 'same', text: same },
    ])
    .filter(({ text }) => text !== '')
