import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { EvidenceLink } from '#src/formats/plan-parts.ts'

/**
 * The evidence that gives a reason (根拠). A link to an answered request sheet says where words came from: the section that
 * wrote them. That is worth keeping, but nobody's own answer proves itself, however often it was accepted.
 */
export const reasonsOf = ({ evidence }: Pick<PlanDocument, 'evidence'>): EvidenceLink[] =>
  evidence.filter((link) => !isOrigin(link))

const isOrigin = ({ to }: EvidenceLink) => /(^|\[)request-sheets\/rs_[0-9a-z]{10}\]?$/.test(to.ref)
