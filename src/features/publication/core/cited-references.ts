import type { PlanDocument } from '#src/formats/plan-document.ts'
import { addressIn, addressOfLink, addressOfPoint, type SourceAddress } from './thread-address.ts'

/** A place of a plan that names a thing of another room by its address. */
export type CitedReference = {
  /** Of the evidence link, the indicator or the figure. */
  id: string
  /** The item, paragraph or indicator that rests on it. */
  from: string
  ref: string
  address: SourceAddress
}

/** Every address in a plan: of its evidence, of the sources of its indicators, and of the figures its texts quote. */
export function referencesIn({
  evidence,
  indicators,
  dataPoints,
  items,
  concept,
}: PlanDocument): CitedReference[] {
  const links = evidence.filter(({ supersededBy }) => supersededBy === undefined)
  const cited = [
    ...links.map(({ id, from, to }) => ({ id, from, ref: to.ref, address: addressOfLink(to) })),
    ...indicators.map(({ id, source: { ref } }) => ({ id, from: id, ref, address: addressIn(ref) })),
    ...dataPoints.map(({ id, source }) => {
      const address = addressOfPoint(source)
      const quoting = address && items.find((item) => JSON.stringify(item).includes(id))
      return { id, from: quoting?.id ?? concept.vision.id, ref: source.ref, address }
    }),
  ]
  return cited.flatMap(({ address, ...rest }) => (address ? [{ ...rest, address }] : []))
}
