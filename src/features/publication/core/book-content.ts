import { bindingsOf } from '#src/features/plan/core/bindings.ts'
import { numbersOf } from '#src/features/plan/core/numbering.ts'
import { treeOf } from '#src/features/plan/core/plan-tree.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { fiscalYearDual, fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import { type BookConcept, bookConcept } from './book-concept.ts'
import { evidenceWords, isVoice } from './book-evidence.ts'
import { type BookField, bookFields } from './book-field.ts'
import { type BookImprint, bookImprint, type ImprintOptions } from './book-imprint.ts'
import { bookIndex, type IndexGroup } from './book-index.ts'
import { indexEntries } from './book-index-entries.ts'
import type { BookSource } from './book-measure.ts'
import { type BookPart, bookParts } from './book-parts.ts'
import { type BookText, bookWriter } from './book-text.ts'
import { prefaceTitle } from './book-title.ts'
import { type TreeSpread, treeSpreads } from './book-tree.ts'
import { type BookWords, bookWords } from './book-words.ts'

/** Everything the plan book (計画書) prints, ready for its templates: plain values, no rule left to apply. */
export type BookContent = {
  imprint: BookImprint
  words: BookWords
  period: string
  /** The fiscal years of the plan, for its time line. */
  years: { era: string; year: string }[]
  preface: { title: string; author: string; paragraphs: BookText[] } | null
  concept: BookConcept
  fields: BookField[]
  tree: TreeSpread[]
  /** Who does what, as the city divides it. */
  roles: { label: string; who: string }[]
  termNotes: { label: string; term: string; text: BookText }[]
  index: IndexGroup[]
  /** Contents: what stands in the book, in its order. */
  parts: BookPart[]
  /** Items the book cannot show, in words. */
  remarks: string[]
}

export type BookOptions = ImprintOptions

/** The plan book of a plan. Pure: the same plan gives the same content. */
export function planBook(plan: PlanDocument, options: BookOptions = {}): BookContent {
  const { siteUrl } = options
  const writer = bookWriter(bindingsOf(plan), siteUrl)
  const source: BookSource = {
    plan,
    siteUrl,
    writer,
    numbers: numbersOf(plan),
    indicatorsOf: Map.groupBy(plan.indicators, ({ itemId }) => itemId),
    projectsOf: Map.groupBy(plan.projects, ({ parentId }) => parentId),
    evidence: evidenceWords(plan, writer),
    voices: plan.evidence.filter(isVoice),
  }
  const words = bookWords(plan)
  const concept = bookConcept(source)
  const fields = bookFields(treeOf(plan), source)
  const preface = prefaceOf(source)
  const termNotes = termNotesOf(source)
  const index = bookIndex(indexEntries(plan, fields))
  const content = { preface, concept, fields, termNotes, index }
  return {
    imprint: bookImprint(plan, options),
    words,
    period: plan.period.fiscalYears.map(fiscalYearDual).join('〜'),
    years: yearsOf(plan),
    roles: rolesUsed(plan),
    ...content,
    tree: treeSpreads(fields.map(({ measures }) => measures.length)),
    parts: bookParts(content, words),
    remarks: remarksOf(plan, fields),
  }
}

function yearsOf({ period }: PlanDocument): BookContent['years'] {
  const [first, last] = period.fiscalYears
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, position) => ({
    era: fiscalYearLabel(first + position),
    year: `${first + position}年度`,
  }))
}

function prefaceOf({ plan: { preface }, writer }: BookSource): BookContent['preface'] {
  if (!preface || preface.paragraphs.every((words) => words.trim() === '')) return null
  const paragraphs = preface.paragraphs.map(writer.text)
  return { title: prefaceTitle(preface.author), author: writer.line(preface.author), paragraphs }
}

/** The roles that any measure speaks of. */
function rolesUsed({ roleSet, items }: PlanDocument): BookContent['roles'] {
  const used = new Set(items.flatMap((item) => (item.kind === 'measure' ? Object.keys(item.roles) : [])))
  return roleSet.filter(({ key }) => used.has(key)).map(({ label, who }) => ({ label, who }))
}

/** Term notes in the order of their readings, as a dictionary. */
function termNotesOf({ plan, writer }: BookSource): BookContent['termNotes'] {
  const collator = new Intl.Collator('ja')
  return plan.termNotes
    .map(({ term, kana, text }, position) => ({
      term,
      kana: kana || term,
      text,
      label: `term-${position + 1}`,
    }))
    .sort((a, b) => collator.compare(a.kana, b.kana) || collator.compare(a.term, b.term))
    .map(({ label, term, text }) => ({ label, term: writer.title(term), text: writer.text(text) }))
}

/** Measures that hang on nothing are not in the tree and cannot be numbered: better said than left out in silence. */
function remarksOf({ items, labels }: PlanDocument, fields: readonly BookField[]): string[] {
  const shown = new Set(fields.flatMap(({ measures }) => measures.map(({ id }) => id)))
  return items
    .filter(({ id, kind }) => kind === 'measure' && !shown.has(id))
    .map(
      ({ title }) =>
        `${labels.measure}「${title}」は体系のどこにもつながっていないため、計画書に載りません。`,
    )
}
