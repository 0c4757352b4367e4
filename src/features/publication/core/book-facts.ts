import type { BookFacts, BookFigure, BookTable } from '#src/features/plan/core/lint/room-facts.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { TextBlock, TextRun } from '#src/lib/document/text-document.ts'
import { type BookContent, planBook } from './book-content.ts'
import { bookDocument } from './book-document.ts'
import type { BookIndicator } from './book-indicator.ts'
import { marksOf } from './chart-marks.ts'

const known = new WeakMap<PlanDocument, BookFacts>()

/** What the lint looks at in the set book: headings, tables and figures, each with the item it stands under. */
export function bookFacts(plan: PlanDocument): BookFacts {
  const kept = known.get(plan)
  if (kept) return kept
  const book = planBook(plan)
  const { title, blocks } = bookDocument(book)
  const facts = { ...blockFacts(blocks, { title, planId: plan.planId }), figures: figuresOf(book) }
  known.set(plan, facts)
  return facts
}

function blockFacts(
  blocks: readonly TextBlock[],
  { title, planId }: { title: string; planId: string },
): Pick<BookFacts, 'headings' | 'tables'> {
  const headings: BookFacts['headings'][number][] = [{ subjectId: planId, level: 1, text: title }]
  const tables: BookTable[] = []
  let subjectId = planId
  for (const block of blocks) {
    if (block.kind === 'heading') {
      subjectId = block.id ?? (block.level === 1 ? planId : subjectId)
      headings.push({ subjectId, level: block.level + 1, text: block.text })
    }
    if (block.kind !== 'table') continue
    const { caption, head, rows } = block
    tables.push({ subjectId, caption, head, rows: rows.map((row) => row.map(wordsOf)) })
  }
  return { headings, tables }
}

const wordsOf = (runs: readonly TextRun[]): string => runs.map(wordsIn).join('')

function wordsIn(run: TextRun): string {
  if (typeof run === 'string') return run
  if ('break' in run) return '\n'
  if ('strong' in run) return wordsOf(run.strong)
  if ('emphasis' in run) return wordsOf(run.emphasis)
  if ('link' in run) return wordsOf(run.words)
  if ('ruby' in run) return run.ruby
  return 'added' in run ? run.added : run.removed
}

/** The charts of the indicators: all pictures of the book that show values. */
function figuresOf({ concept, fields }: BookContent): BookFigure[] {
  const indicators = [
    ...concept.goals,
    ...fields.flatMap((field) => [...field.indicators, ...field.measures.flatMap((one) => one.indicators)]),
  ]
  return indicators.flatMap(figureOf)
}

const figureOf = ({ id, name, chart }: BookIndicator): BookFigure[] =>
  chart ? [{ subjectId: id, name, alternative: chart.alternative, marks: marksOf(chart.row) }] : []
