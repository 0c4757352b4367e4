import type { BookConcept } from './book-concept.ts'
import type { BookField } from './book-field.ts'
import type { BookWords } from './book-words.ts'

/** A part of the contents: entries lead to the label of their page. */
export type BookPart = { title: string; entries: { label: string; title: string }[] }

type Present = {
  preface: { title: string } | null
  concept: BookConcept
  fields: readonly BookField[]
  termNotes: readonly unknown[]
  index: readonly unknown[]
}

/** Contents in the order of the book: only what is there. */
export function bookParts(
  { preface, concept, fields, termNotes, index }: Present,
  words: BookWords,
): BookPart[] {
  const hasIndicators =
    concept.goals.length > 0 ||
    fields.some((field) => [field, ...field.measures].some(({ indicators }) => indicators.length > 0))
  const front = [
    { label: 'preface', title: preface?.title ?? '', isThere: preface !== null },
    { label: 'guide', title: 'この計画の読み方', isThere: true },
  ]
  const ideas = [
    { label: 'concept', title: conceptTitle(concept, words), isThere: hasConcept(concept) },
    { label: 'chapters', title: `${words.concept}の考え方`, isThere: concept.chapters.length > 0 },
    { label: 'goals', title: words.goals, isThere: concept.goals.length > 0 },
    { label: 'land-use', title: 'まちづくりのデザイン（土地利用構想）', isThere: concept.landUse !== null },
  ]
  const plan = [
    { label: 'tree', title: words.tree, isThere: fields.length > 0 },
    { label: 'field-1', title: `${words.policy}別の計画`, isThere: fields.length > 0 },
  ]
  const back = [
    { label: 'indicators', title: '指標の一覧', isThere: hasIndicators },
    { label: 'indicator-notes', title: '指標の説明', isThere: hasIndicators },
    { label: 'terms', title: '用語解説', isThere: termNotes.length > 0 },
    { label: 'index', title: '索引', isThere: index.length > 0 },
  ]
  const parts = [
    { title: 'はじめに', entries: front },
    { title: words.concept, entries: ideas },
    { title: words.plan, entries: plan },
    { title: '資料編', entries: back },
  ]
  return parts
    .map(({ title, entries }) => ({ title, entries: entries.filter(({ isThere }) => isThere) }))
    .filter(({ entries }) => entries.length > 0)
    .map(({ title, entries }, position) => ({
      title: position === 0 || title === '資料編' ? title : `第${position}部　${title}`,
      entries: entries.map(({ label, title: name }) => ({ label, title: name })),
    }))
}

const hasConcept = ({ vision, principles }: Present['concept']) =>
  vision.title !== '' || vision.text.length > 0 || principles.length > 0

const conceptTitle = ({ principles }: Present['concept'], words: BookWords) =>
  principles.length > 0 ? `${words.vision}と${words.principles}` : words.vision
