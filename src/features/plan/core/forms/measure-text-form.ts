import type { Measure } from '#src/formats/plan-item.ts'
import { blocksOf, type Entered, type Problems, rowsOf, textOf, wordsOf } from './entered.ts'
import { matchParagraphs, type ParagraphNumbers, paragraphNumbers } from './paragraphs.ts'

/** The texts of a measure (内容) as fields of a form. */
export function measureTextEntered(measure: Measure): Entered {
  const position = new Map(measure.issues.map(({ id }, index) => [id, index + 1]))
  const fields: Record<string, string> = {
    titleKana: measure.titleKana,
    summary: measure.summary,
    desiredState: measure.desiredState,
    situation: measure.situation.map(({ text }) => text).join('\n\n'),
    lead: measure.lead ?? '',
    support: measure.support.join(' '),
    status: measure.status,
    easyText: measure.easyText,
    childText: measure.childText,
    notes: measure.notes,
  }
  for (const [index, issue] of measure.issues.entries()) {
    fields[`issue-${index + 1}-id`] = issue.id
    fields[`issue-${index + 1}-text`] = issue.text
  }
  for (const [index, direction] of measure.directions.entries()) {
    const row = `direction-${index + 1}`
    fields[`${row}-id`] = direction.id
    fields[`${row}-heading`] = direction.heading
    fields[`${row}-text`] = direction.text
    fields[`${row}-addresses`] = direction.addresses.flatMap((id) => position.get(id) ?? []).join('、')
  }
  return fields
}

export const measureTextLabels: Readonly<Record<string, string>> = {
  titleKana: 'よみ',
  summary: '概要',
  desiredState: 'めざす姿',
  situation: '現状',
  lead: '主管課',
  support: '関係課',
  status: '状態',
  easyText: 'やさしい日本語',
  childText: 'こども版の文',
  notes: '庁内メモ',
}

type Changes = Partial<Measure>
type Read = { problems: Problems } | { problems?: undefined; changes: Changes; lastParagraph: number }
type Base = { measure: Measure; lastParagraph: number; unitIds: ReadonlySet<string> }

/** Reads the form back. Rows left empty are dropped; what is new gets new paragraph ids. */
export function readMeasureText(entered: Entered, { measure, lastParagraph, unitIds }: Base): Read {
  const numbers = paragraphNumbers(measure.id, lastParagraph)
  const problems: Problems = {}
  const lead = textOf(entered, 'lead')
  if (lead && !unitIds.has(lead)) problems['lead'] = '主管課を一覧から選んでください'
  const { issues, byRow } = readIssues(entered, measure, numbers)
  const directions = readDirections(entered, { measure, numbers, byRow, problems })
  const situation = matchParagraphs(measure.situation, blocksOf(entered['situation'] ?? ''), () =>
    numbers.next('situation'),
  )
  const tooLong = Object.entries(entered).find(([, text]) => text.length > 10_000)
  if (tooLong) problems[tooLong[0]] = '1つの欄は10,000字までです'
  if (Object.keys(problems).length > 0) return { problems }
  return {
    lastParagraph: numbers.last(),
    changes: {
      titleKana: textOf(entered, 'titleKana'),
      summary: textOf(entered, 'summary'),
      desiredState: textOf(entered, 'desiredState'),
      situation,
      issues,
      directions,
      lead: lead || null,
      support: wordsOf(entered['support'] ?? '').filter((id) => unitIds.has(id) && id !== lead),
      status: statusOf(entered, measure),
      easyText: textOf(entered, 'easyText'),
      childText: textOf(entered, 'childText'),
      notes: textOf(entered, 'notes'),
    },
  }
}

const statusOf = (entered: Entered, measure: Measure): Measure['status'] => {
  const wanted = entered['status']
  const known = (['draft', 'submitted', 'returned', 'accepted'] as const).find((one) => one === wanted)
  return known ?? measure.status
}

/** Issues by the row they stand in, because directions name rows. */
function readIssues(entered: Entered, measure: Measure, numbers: ParagraphNumbers) {
  const known = new Set(measure.issues.map(({ id }) => id))
  const byRow = new Map<number, string>()
  const issues = rowsOf(entered, 'issue', 'text').flatMap((row) => {
    const text = textOf(entered, `issue-${row}-text`)
    if (!text) return []
    const given = entered[`issue-${row}-id`] ?? ''
    const id = known.has(given) ? given : numbers.next('issues')
    byRow.set(row, id)
    return [{ id, text }]
  })
  return { issues, byRow }
}

type Rows = { measure: Measure; numbers: ParagraphNumbers; byRow: Map<number, string>; problems: Problems }

function readDirections(entered: Entered, { measure, numbers, byRow, problems }: Rows) {
  const known = new Set(measure.directions.map(({ id }) => id))
  return rowsOf(entered, 'direction', 'text').flatMap((row) => {
    const heading = textOf(entered, `direction-${row}-heading`)
    const text = textOf(entered, `direction-${row}-text`)
    if (!heading && !text) return []
    const given = entered[`direction-${row}-id`] ?? ''
    const field = `direction-${row}-addresses`
    const addresses = wordsOf((entered[field] ?? '').normalize('NFKC')).flatMap((word) => {
      const id = byRow.get(Number(word))
      if (!id) problems[field] = `「${word}」という番号の課題はありません。上の課題の番号を書いてください`
      return id ?? []
    })
    return [{ id: known.has(given) ? given : numbers.next('directions'), heading, text, addresses }]
  })
}
