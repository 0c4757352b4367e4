import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Measure } from '#src/formats/plan-item.ts'
import type { EvidenceLink } from '#src/formats/plan-parts.ts'

/** A sheet as evidence names it: which round, which unit, since when accepted. */
export type CitedSheet = { id: string; subjectId: string | undefined; words: string; acceptedOn: string }

/** The address by which the plan names a sheet. */
export const sheetReference = ({ id, words }: Pick<CitedSheet, 'id' | 'words'>) =>
  `${words} [request-sheets/${id}]`

/** Whether a link of the plan rests on this sheet. */
export const restsOn = ({ to }: Pick<EvidenceLink, 'to'>, sheetId: string) =>
  to.ref === `request-sheets/${sheetId}` || to.ref.endsWith(`[request-sheets/${sheetId}]`)

export type NewLink = { itemId: string; link: Omit<EvidenceLink, 'id' | 'addedBy'> }

type Given = { before: PlanDocument; after: PlanDocument; sheets: readonly CitedSheet[] }

/**
 * The evidence (根拠) a compilation leaves: every paragraph and indicator of a measure that its sheet changed names the sheet
 * it comes from. What names it already gets no second link. Its level is 未評価: an answer says who wrote the words, not that
 * they hold.
 */
export function compiledEvidence({ before, after, sheets }: Given): NewLink[] {
  return sheets.flatMap((sheet) => {
    const measure = after.items.find(({ id }) => id === sheet.subjectId)
    if (measure?.kind !== 'measure') return []
    const known = after.evidence.filter((link) => restsOn(link, sheet.id)).map(({ from }) => from)
    return changedPlaces(before, after, measure)
      .filter((from) => !known.includes(from))
      .map((from) => ({
        itemId: measure.id,
        link: {
          from,
          to: { kind: 'document' as const, ref: sheetReference(sheet), asOf: sheet.acceptedOn },
          stance: 'supports' as const,
          level: 0,
          note: '担当課の回答（課長が承認し、事務局が受理したもの）',
        },
      }))
  })
}

function changedPlaces(before: PlanDocument, after: PlanDocument, measure: Measure): string[] {
  const old = before.items.find(({ id }) => id === measure.id)
  const texts = new Map(old?.kind === 'measure' ? paragraphsOf(old) : [])
  const figures = new Map(before.indicators.map((one) => [one.id, JSON.stringify(one)]))
  return [
    ...paragraphsOf(measure)
      .filter(([id, text]) => texts.get(id) !== text)
      .map(([id]) => id),
    ...after.indicators
      .filter((one) => one.itemId === measure.id && figures.get(one.id) !== JSON.stringify(one))
      .map(({ id }) => id),
  ]
}

const paragraphsOf = ({ situation, issues, directions }: Measure): [string, string][] => [
  ...[...situation, ...issues].map(({ id, text }): [string, string] => [id, text]),
  ...directions.map(({ id, heading, text }): [string, string] => [id, `${heading}：${text}`]),
]
