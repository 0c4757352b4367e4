import { z } from 'zod'
import { type PlanDocument, planDocument } from '#src/formats/plan-document.ts'
import { blocksOf, type Entered, type Problems, rowsOf, textOf } from './entered.ts'

type Head = Pick<
  PlanDocument,
  'title' | 'period' | 'labels' | 'concept' | 'preface' | 'termNotes' | 'publish'
>

/** The basic concept and the frame of the plan as fields of a form. */
export function conceptEntered({
  title,
  period,
  labels,
  concept,
  preface,
  termNotes,
  publish,
}: Head): Entered {
  const fields: Record<string, string> = {
    title,
    firstYear: String(period.fiscalYears[0]),
    lastYear: String(period.fiscalYears[1]),
    publish,
    visionTitle: concept.vision.title,
    visionText: concept.vision.text,
    prefaceAuthor: preface?.author ?? '',
    preface: preface?.paragraphs.join('\n\n') ?? '',
  }
  for (const [kind, label] of Object.entries(labels)) fields[`label-${kind}`] = label
  for (const [index, principle] of concept.principles.entries()) {
    fields[`principle-${index + 1}-id`] = principle.id
    fields[`principle-${index + 1}-title`] = principle.title
    fields[`principle-${index + 1}-text`] = principle.text
  }
  for (const [index, chapter] of concept.chapters.entries()) {
    fields[`chapter-${index + 1}-heading`] = chapter.heading
    fields[`chapter-${index + 1}-text`] = chapter.text
  }
  for (const [index, note] of termNotes.entries()) {
    fields[`term-${index + 1}-term`] = note.term
    fields[`term-${index + 1}-kana`] = note.kana
    fields[`term-${index + 1}-text`] = note.text
  }
  return fields
}

type Read = { problems: Problems } | { problems?: undefined; changes: Partial<Head> }
type Base = { head: Head; newId: (kind: string) => string }

export function readConcept(entered: Entered, { head, newId }: Base): Read {
  const problems: Problems = {}
  const title = textOf(entered, 'title')
  if (!title) problems['title'] = '計画の名前を書いてください'
  const period = readPeriod(entered, problems)
  const publish = planDocument.shape.publish.unwrap().safeParse(entered['publish'])
  if (Object.keys(problems).length > 0) return { problems }
  const { concept } = head
  const preface = blocksOf(entered['preface'] ?? '')
  return {
    changes: {
      title,
      period,
      publish: publish.data ?? head.publish,
      labels: readLabels(entered, head),
      preface: preface.length > 0 ? { author: textOf(entered, 'prefaceAuthor'), paragraphs: preface } : null,
      termNotes: rows(entered, 'term', ['term', 'kana', 'text']).map(
        ({ term = '', kana = '', text = '' }) => ({
          term,
          kana,
          text,
        }),
      ),
      concept: {
        ...concept,
        vision: {
          ...concept.vision,
          title: textOf(entered, 'visionTitle'),
          text: textOf(entered, 'visionText'),
        },
        principles: readPrinciples(entered, { head, newId }),
        chapters: rows(entered, 'chapter', ['heading', 'text']).map(({ heading = '', text = '' }) => ({
          heading,
          text,
        })),
      },
    },
  }
}

const year = z
  .string()
  .trim()
  .regex(/^(19|20|21)\d\d$/)

/** A plan runs from 1 April of its first fiscal year to 31 March after its last. */
export function readPeriod(entered: Entered, problems: Problems): PlanDocument['period'] {
  const read = (name: string) => {
    const typed = year.safeParse((entered[name] ?? '').normalize('NFKC'))
    if (!typed.success) problems[name] = '年度を西暦4けたで書いてください（例：2026）'
    return Number(typed.data ?? 0)
  }
  const [first, last] = [read('firstYear'), read('lastYear')]
  if (!problems['lastYear'] && last < first) problems['lastYear'] = '終わりの年度が、始めの年度より前です'
  return { start: `${first}-04-01`, end: `${last + 1}-03-31`, fiscalYears: [first, last] }
}

function readLabels(entered: Entered, { labels }: Head): Head['labels'] {
  const label = (kind: keyof Head['labels']) => textOf(entered, `label-${kind}`) || labels[kind]
  return {
    vision: label('vision'),
    policy: label('policy'),
    measure: label('measure'),
    program: label('program'),
    project: label('project'),
  }
}

function readPrinciples(entered: Entered, { head, newId }: Base) {
  const known = new Set(head.concept.principles.map(({ id }) => id))
  return rows(entered, 'principle', ['title', 'text'], 'id').map(({ id = '', title = '', text = '' }) => ({
    id: known.has(id) ? id : newId('gp'),
    title,
    text,
  }))
}

/** Rows in which something was written, as values by part. */
function rows(entered: Entered, prefix: string, parts: readonly string[], idPart?: string) {
  return rowsOf(entered, prefix, parts[0] ?? '').flatMap((row) => {
    const values = Object.fromEntries(
      parts.map((part) => [part, textOf(entered, `${prefix}-${row}-${part}`)]),
    )
    if (Object.values(values).every((text) => text === '')) return []
    return [idPart ? { ...values, [idPart]: entered[`${prefix}-${row}-${idPart}`] ?? '' } : values]
  }) as Record<string, string | undefined>[]
}
