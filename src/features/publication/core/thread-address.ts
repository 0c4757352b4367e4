import { comparedKey, isCompared, readReference } from '#src/features/statistics/core/figure-reference.ts'
import { readPointCell } from '#src/features/surveys/core/results/cell-address.ts'
import type { DataPoint, EvidenceLink } from '#src/formats/plan-parts.ts'

/** What a reference of the plan names: a thing of another room by its address, and a part of it. */
export type SourceAddress = {
  room: string
  id: string
  part: string
  /** Row and column of a cell, in the words of the citation. */
  row?: string | undefined
  column?: string | undefined
}

const address =
  /([a-z][a-z-]*)\/([a-z]{2}_[0-9a-hjkmnp-tv-z]{10})(?:\/[a-z]{2}_[0-9a-z]{10})?(?:#([^\]\s]*))?/

/** A figure of the frame as texts of the plan keep it: `planning-frame/fr_…/elderly@2032`. */
const frameCell = /^(planning-frame)\/(fr_[0-9a-hjkmnp-tv-z]{10})\/([a-zA-Z]+@\d{4})$/

/**
 * Reads the register address in a reference: `surveys/sv_…#q8`, or words with the address in brackets behind them, as
 * a cited figure is written. Undefined where there are words only.
 */
export function addressIn(ref: string): SourceAddress | undefined {
  const whole =
    new RegExp(`^${address.source}$`).exec(ref) ??
    new RegExp(`\\[${address.source}\\]$`).exec(ref) ??
    frameCell.exec(ref)
  const [, room, id, part = ''] = whole ?? []
  return room && id ? { room, id, part } : comparisonIn(ref)
}

/** A figure of a comparison: the own value, a standard score or the mean of a group. */
function comparisonIn(ref: string): SourceAddress | undefined {
  const read = readReference(ref)
  if (!read || !isCompared(read.of)) return undefined
  return { room: 'statistics', id: comparedKey(read.of), part: `${read.areaCode}@${read.time}` }
}

/** The words of a reference without the address behind them; empty where it is an address alone. */
export const wordsOfReference = (ref: string): string =>
  comparisonIn(ref)
    ? (readReference(ref)?.words ?? '')
    : ref
        .replace(new RegExp(`\\s*\\[${address.source}\\]$`), '')
        .replace(new RegExp(`^${address.source}$`), '')
        .trim()

/** The address of an evidence link: of a cell of a survey with its words. */
export function addressOfLink({ ref, row, column }: EvidenceLink['to']): SourceAddress | undefined {
  const address = addressIn(ref)
  return address?.room === 'surveys' ? { ...address, row, column } : address
}

/** The address of a figure that texts quote: its reference names it, or its cell does. */
export function addressOfPoint({ ref, cell = '' }: DataPoint['source']): SourceAddress | undefined {
  const read = readPointCell(cell)
  if (!read) return addressIn(ref) ?? addressIn(cell)
  const { part, row, answer } = read.place
  return { room: 'surveys', id: read.surveyId, part, row, column: answer }
}

/** Names a part of a source among those the plan names. */
export const partKey = ({ part, row = '', column = '' }: SourceAddress) =>
  [part, row, column].join('\n').trim()
