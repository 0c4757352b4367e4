import { byCodeUnit, inIdOrder } from '../order.ts'
import { fleissKappa, krippendorffAlpha } from './many-coders.ts'

/** The codes each of several coders gave one unit, blind to the others; `undefined` where one did not judge it. */
export type ManyCoded = { id: string; judgements: readonly (readonly string[] | undefined)[] }

/**
 * Agreement of several coders on one code: Krippendorff's α over every unit two of them judged, Fleiss' κ over those all
 * judged. Absent where it is undefined. `agreement` is the share of agreeing pairs. `apart`: who gave it, of how many.
 */
export type ManyCodeAgreement = {
  code: string
  units: number
  agreement: number
  alpha?: number
  fleiss?: number
  apart: { id: string; gave: number; of: number }[]
}

/** On every code anybody used, codes in order of code units. The order of the coders does not matter. Refuses an id twice. */
export function manyCodeAgreement(units: readonly ManyCoded[]): ManyCodeAgreement[] {
  const ordered = inIdOrder(units)
  const names = new Set(ordered.flatMap(({ judgements }) => judgements.flatMap((codes) => codes ?? [])))
  return [...names].sort(byCodeUnit).map((code) => agreementOn(code, ordered))
}

function agreementOn(code: string, units: readonly ManyCoded[]): ManyCodeAgreement {
  const rows = units.map(({ judgements }) => judgements.map((codes) => codes && String(codes.includes(code))))
  const counted = units.map(({ id }, at) => {
    const judged = (rows[at] ?? []).filter((judgement) => judgement !== undefined)
    return { id, gave: judged.filter((judgement) => judgement === 'true').length, of: judged.length }
  })
  const whole = counted.filter(({ of }, at) => of === rows[at]?.length && of >= 2)
  const { units: judged, agreement, coefficient: alpha } = krippendorffAlpha(rows)
  const fleiss = fleissKappa(whole.map(({ gave, of }) => [gave, of - gave])).coefficient
  return {
    code,
    units: judged,
    agreement,
    ...(alpha === undefined ? {} : { alpha }),
    ...(fleiss === undefined || whole.length === 0 ? {} : { fleiss }),
    apart: counted.filter(({ gave, of }) => gave > 0 && gave < of),
  }
}
