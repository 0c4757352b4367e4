import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import type { PlanItem } from '#src/formats/plan-item.ts'
import { type SearchForm, searchForm, searchWords } from '#src/lib/japanese/search-form.ts'
import type { MarkdownBlock } from '#src/lib/text/markdown.ts'
import { inlineText } from '#src/lib/text/plain-text.ts'

/** A piece of a line; those that were searched for are marked. */
export type Piece = { text: string; isFound: boolean }

/** Something of the public plan that holds all the words, best first. */
export type SearchHit = { href: string; kind: string; number: string; title: Piece[]; snippet: Piece[] }

/** One thing that can be found: its title, how it is read, and what it says. */
type Entry = {
  href: string
  kind: string
  number: string
  title: string
  body: string
  titleForm: SearchForm
  kanaForm: string
  bodyForm: SearchForm
}

const longestQuery = 100

/** The hits of a query in a public plan, at most `most`, and how many there are. Pure. */
export function searchPlan(
  shown: PublicPlan,
  query: string,
  most = 50,
): { hits: SearchHit[]; total: number } {
  const words = searchWords(query.slice(0, longestQuery))
  if (words.length === 0) return { hits: [], total: 0 }
  const scored = entriesOf(shown)
    .map((entry, place) => ({ entry, place, score: scoreOf(entry, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.place - b.place)
  return { hits: scored.slice(0, most).map(({ entry }) => hitOf(entry, words)), total: scored.length }
}

/** All words must be there. A word in the title weighs most, then its reading, then how often the text has it. */
function scoreOf({ titleForm, kanaForm, bodyForm }: Entry, words: readonly string[]): number {
  let score = 0
  for (const word of words) {
    const inTitle = titleForm.form.includes(word) ? (titleForm.form === word ? 20 : 10) : 0
    const inKana = inTitle === 0 && kanaForm.includes(word) ? 8 : 0
    const inBody = Math.min(countOf(bodyForm.form, word), 5)
    if (inTitle + inKana + inBody === 0) return 0
    score += inTitle + inKana + inBody
  }
  return score
}

function countOf(text: string, word: string): number {
  let count = 0
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) count += 1
  return count
}

const known = new WeakMap<PublicPlan, Entry[]>()

/** A version never changes: its texts are brought into their form once. */
function entriesOf(shown: PublicPlan): Entry[] {
  const entries = known.get(shown) ?? makeEntries(shown)
  known.set(shown, entries)
  return entries
}

type Found = {
  href: string
  kind: string
  number: string
  title: string
  kana: string
  texts: readonly string[]
}

function makeEntries(shown: PublicPlan): Entry[] {
  const { plan, items, indicators, numbers } = shown
  const words = (text: string) =>
    shown
      .read(text)
      .map((block) => blockWords(block, shown))
      .join('\n')
  const found: Found[] = [
    ...conceptParts(shown),
    ...[...items.values()].map((item) => ({
      href: `/plan/items/${item.kind === 'program' ? item.parentId : item.id}`,
      kind: plan.labels[item.kind],
      number: numbers.get(item.id) ?? '',
      title: item.title,
      kana: item.titleKana,
      texts: textsOf(item),
    })),
    ...[...indicators.values()].flat().map(({ id, name, definition, unit }) => ({
      href: `/indicators/${id}`,
      kind: '指標',
      number: '',
      title: name,
      kana: '',
      texts: [definition, unit],
    })),
  ]
  return found.map(({ kana, texts, ...entry }) => {
    const body = texts.filter(Boolean).map(words).join('\n')
    const kanaForm = searchForm(kana).form
    return { ...entry, body, titleForm: searchForm(entry.title), kanaForm, bodyForm: searchForm(body) }
  })
}

function conceptParts({ plan }: PublicPlan): Found[] {
  const { vision, principles, chapters } = plan.concept
  const part = { href: '/plan/concept', kind: '基本構想', number: '', kana: '' }
  return [
    { ...part, title: vision.title, texts: [vision.text] },
    ...principles.map(({ title, text }) => ({ ...part, title, texts: [text] })),
    ...chapters.map(({ heading, text }) => ({ ...part, title: heading, texts: [text] })),
  ]
}

function textsOf(item: PlanItem): string[] {
  const { summary } = item
  if (item.kind === 'policy') return [item.desiredState, summary]
  if (item.kind === 'program') return [summary, ...item.text.map(({ text }) => text)]
  const { desiredState, situation, issues, directions, roles } = item
  const paragraphs = [...situation, ...issues].map(({ text }) => text)
  return [
    desiredState,
    summary,
    ...paragraphs,
    ...directions.flatMap(({ heading, text }) => [heading, text]),
    ...Object.values(roles),
  ]
}

const blockWords = (block: MarkdownBlock, { resolve }: PublicPlan): string =>
  block.kind === 'paragraph'
    ? inlineText(block.children, resolve)
    : block.items
        .map((item) =>
          item
            .map((inner) => (inner.kind === 'paragraph' ? inlineText(inner.children, resolve) : ''))
            .join(''),
        )
        .join('、')

const before = 24
const longest = 110

function hitOf(entry: Entry, words: readonly string[]): SearchHit {
  const { href, kind, number, title, titleForm, body, bodyForm } = entry
  const first = spansOf(bodyForm, words)[0]?.[0] ?? 0
  const from = Math.max(0, first - before)
  const piece = body.slice(from, from + longest)
  const snippet = pieces(piece, spansOf(searchForm(piece), words))
  return {
    href,
    kind,
    number,
    title: pieces(title, spansOf(titleForm, words)),
    snippet: [
      ...(from > 0 ? [{ text: '…', isFound: false }] : []),
      ...snippet,
      ...(from + longest < body.length ? [{ text: '…', isFound: false }] : []),
    ],
  }
}

type Span = [start: number, end: number]

/** Where the words stand in the text, in order and without overlap. */
function spansOf({ form, at }: SearchForm, words: readonly string[]): Span[] {
  const spans: Span[] = []
  for (const word of words) {
    for (let place = form.indexOf(word); place >= 0; place = form.indexOf(word, place + word.length)) {
      spans.push([at[place] ?? 0, at[place + word.length] ?? 0])
    }
  }
  spans.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  return spans.filter(([start], index) => index === 0 || start >= (spans[index - 1]?.[1] ?? 0))
}

function pieces(text: string, spans: readonly Span[]): Piece[] {
  const out: Piece[] = []
  let read = 0
  for (const [start, end] of spans) {
    if (start < read) continue
    if (start > read) out.push({ text: text.slice(read, start), isFound: false })
    out.push({ text: text.slice(start, end), isFound: true })
    read = end
  }
  if (read < text.length) out.push({ text: text.slice(read), isFound: false })
  return out
}
