import type { Questionnaire, SurveyOption, SurveyQuestion } from '#src/formats/survey-question.ts'
import type { EditedType } from '../labels.ts'

type Section = Questionnaire['sections'][number]

/** An empty questionnaire: one section without questions. */
export const newQuestionnaire = (): Questionnaire => ({
  version: 1,
  language: 'ja',
  sections: [{ id: 's1', title: 'あなたご自身について', questions: [] }],
})

export const questionsOf = ({ sections }: Questionnaire): SurveyQuestion[] =>
  sections.flatMap(({ questions }) => questions)

export const findQuestion = (questionnaire: Questionnaire, code: string): SurveyQuestion | undefined =>
  questionsOf(questionnaire).find((question) => question.code === code)

/** How many places (1位, 2位 …) a ranking asks for: all options unless it says fewer. */
export const ranksOf = ({ maximum, options }: SurveyQuestion): number =>
  Math.min(maximum ?? options.length, options.length)

/** The same questionnaire with its numbers in reading order: 問1, 問2 …; an explanation has none. */
export function numbered(questionnaire: Questionnaire): Questionnaire {
  let count = 0
  const sections = questionnaire.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => ({
      ...question,
      number: question.type === 'note' ? '' : `問${++count}`,
    })),
  }))
  return { ...questionnaire, sections }
}

const freeNumber = (taken: readonly string[], letter: string) =>
  Math.max(0, ...taken.map((name) => Number(name.slice(letter.length)) || 0)) + 1

export function addSection(questionnaire: Questionnaire, title: string): Questionnaire {
  const { sections } = questionnaire
  const id = `s${freeNumber(
    sections.map((section) => section.id),
    's',
  )}`
  return { ...questionnaire, sections: [...sections, { id, title, questions: [] }] }
}

const withSection = (questionnaire: Questionnaire, id: string, change: (section: Section) => Section) => ({
  ...questionnaire,
  sections: questionnaire.sections.map((section) => (section.id === id ? change(section) : section)),
})

export const renameSection = (questionnaire: Questionnaire, id: string, title: string): Questionnaire =>
  withSection(questionnaire, id, (section) => ({ ...section, title }))

/** Takes a section away; its questions go with it. */
export const deleteSection = (questionnaire: Questionnaire, id: string): Questionnaire => ({
  ...questionnaire,
  sections: questionnaire.sections.filter((section) => section.id !== id),
})

export type Direction = 'up' | 'down'

export function moveSection(questionnaire: Questionnaire, id: string, direction: Direction): Questionnaire {
  const at = questionnaire.sections.findIndex((section) => section.id === id)
  return { ...questionnaire, sections: swapped(questionnaire.sections, at, direction) }
}

function swapped<Item>(items: readonly Item[], at: number, direction: Direction): Item[] {
  const to = direction === 'up' ? at - 1 : at + 1
  const [moving, other] = [items[at], items[to]]
  if (moving === undefined || other === undefined) return [...items]
  return items.with(at, other).with(to, moving)
}

/** Adds a question of a type at the end of a section, with the scale the type usually has. Gives its code, too. */
export function addQuestion(
  questionnaire: Questionnaire,
  sectionId: string,
  type: EditedType,
): { questionnaire: Questionnaire; code: string } {
  const code = `q${freeNumber(
    questionsOf(questionnaire).map((one) => one.code),
    'q',
  )}`
  const question = emptyQuestion(code, type)
  const added = withSection(questionnaire, sectionId, (section) => ({
    ...section,
    questions: [...section.questions, question],
  }))
  return { questionnaire: numbered(added), code }
}

function emptyQuestion(code: string, type: EditedType): SurveyQuestion {
  const item = { label: '', column: code, lineageId: '', isReworded: false }
  const isMatrix = type === 'matrix' || type === 'matrix-dual'
  return {
    code,
    number: '',
    type,
    text: '',
    plainText: '',
    showIf: '',
    options: optionsFor(type),
    importanceOptions: type === 'matrix-dual' ? scaleOptions('重要', '重要でない') : [],
    items: isMatrix || type === 'note' ? [] : [item],
    unit: '',
  }
}

const optionsFor = (type: EditedType): SurveyOption[] =>
  type === 'rating' || type === 'matrix' || type === 'matrix-dual' ? scaleOptions('満足', '不満') : []

/** Five steps with points from +2 to −2, and わからない outside scores. */
export function scaleOptions(good: string, bad: string): SurveyOption[] {
  const labels = [good, `やや${good}`, 'どちらともいえない', `やや${bad}`, bad]
  const steps = labels.map((label, at) => newOption({ code: String(at + 1), label, points: 2 - at }))
  return [...steps, newOption({ code: '9', label: 'わからない', missingKind: 'dont-know' })]
}

export const newOption = (known: Partial<SurveyOption> & { code: string; label: string }): SurveyOption => ({
  plainLabel: '',
  points: null,
  hasText: false,
  isExclusive: false,
  ...known,
})

export function saveQuestion(questionnaire: Questionnaire, question: SurveyQuestion): Questionnaire {
  const sections = questionnaire.sections.map((section) => ({
    ...section,
    questions: section.questions.map((one) => (one.code === question.code ? question : one)),
  }))
  return numbered({ ...questionnaire, sections })
}

export function deleteQuestion(questionnaire: Questionnaire, code: string): Questionnaire {
  const sections = questionnaire.sections.map((section) => ({
    ...section,
    questions: section.questions.filter((one) => one.code !== code),
  }))
  return numbered({ ...questionnaire, sections })
}

/** One place up or down; from the edge of a section into the neighbouring one. */
export function moveQuestion(
  questionnaire: Questionnaire,
  code: string,
  direction: Direction,
): Questionnaire {
  const { sections } = questionnaire
  const from = sections.findIndex(({ questions }) => questions.some((one) => one.code === code))
  const section = sections[from]
  const at = section?.questions.findIndex((one) => one.code === code) ?? -1
  const question = section?.questions[at]
  if (!section || !question) return questionnaire
  const isAtEdge = direction === 'up' ? at === 0 : at === section.questions.length - 1
  if (!isAtEdge) {
    const questions = swapped(section.questions, at, direction)
    return numbered({ ...questionnaire, sections: sections.with(from, { ...section, questions }) })
  }
  const to = direction === 'up' ? from - 1 : from + 1
  const next = sections[to]
  if (!next) return questionnaire
  const left = { ...section, questions: section.questions.filter((one) => one.code !== code) }
  const questions = direction === 'up' ? [...next.questions, question] : [question, ...next.questions]
  return numbered({ ...questionnaire, sections: sections.with(from, left).with(to, { ...next, questions }) })
}

/** Takes a question to a place among those of a section: 0 is its first. */
export function placeQuestion(
  questionnaire: Questionnaire,
  code: string,
  { sectionId, position }: { sectionId: string; position: number },
): Questionnaire {
  const question = findQuestion(questionnaire, code)
  if (!question || !questionnaire.sections.some(({ id }) => id === sectionId)) return questionnaire
  const without = deleteQuestion(questionnaire, code)
  return numbered(
    withSection(without, sectionId, (section) => ({
      ...section,
      questions: section.questions.toSpliced(position, 0, question),
    })),
  )
}
