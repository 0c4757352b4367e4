import type { PlanDocument } from '#src/formats/plan-document.ts'
import { type BookIndicator, bookIndicator, inOrder } from './book-indicator.ts'
import type { BookSource } from './book-measure.ts'
import type { BookText } from './book-text.ts'
import { visionLines } from './book-title.ts'

/** 基本構想 as the book shows it. */
export type BookConcept = {
  vision: { title: string; lines: string[]; isVertical: boolean; text: BookText }
  principles: { title: string; text: BookText }[]
  chapters: { heading: string; text: BookText }[]
  /** 総括的な目標: indicators of the vision. */
  goals: BookIndicator[]
  landUse: BookLandUse | null
}

export type BookLandUse = {
  text: BookText
  features: { form: string; name: string; kind: string; text: string; status: string }[]
}

const statusLabels = { existing: '既存', planned: '計画', concept: '構想' } as const

export function bookConcept(source: BookSource): BookConcept {
  const { plan, writer } = source
  const { vision, principles, chapters } = plan.concept
  const title = writer.line(vision.title)
  return {
    vision: { title, ...visionLines(title), text: writer.text(vision.text) },
    principles: principles.map((one) => ({ title: writer.title(one.title), text: writer.text(one.text) })),
    chapters: chapters.map((one) => ({ heading: writer.title(one.heading), text: writer.text(one.text) })),
    goals: inOrder(plan.indicators.filter(({ itemId }) => itemId === vision.id)).map((one) =>
      bookIndicator(one, source),
    ),
    landUse: landUseOf(plan.concept, source),
  }
}

/** The land-use concept as a table: its map is drawn from geometry which the document only points to. */
function landUseOf({ grandDesign }: PlanDocument['concept'], { writer }: BookSource): BookLandUse | null {
  if (!grandDesign) return null
  const forms = [
    { form: 'ゾーン', list: grandDesign.zones },
    { form: '軸', list: grandDesign.axes },
    { form: '拠点', list: grandDesign.hubs },
  ]
  const features = forms.flatMap(({ form, list }) =>
    list.map(({ name, kind, text, status }) => ({
      form,
      name: writer.line(name),
      kind: kind === name ? '' : writer.line(kind),
      text: writer.line(text),
      status: statusLabels[status],
    })),
  )
  const text = writer.text(grandDesign.text)
  return features.length + text.length > 0 ? { text, features } : null
}
