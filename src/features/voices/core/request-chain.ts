/** A request with the receipt number of the same request of an earlier time (継続), or ''. */
export type ChainedRequest = { submissionId: string; receiptNumber: string; continues: string }

/** Requests by their receipt number. */
export type RequestsByReceipt = ReadonlyMap<string, ChainedRequest>

/** The earlier times the same was asked, the latest first. A number nobody knows ends it, and so does a circle. */
export function earlierRequests(all: RequestsByReceipt, { continues, receiptNumber }: ChainedRequest) {
  const earlier: ChainedRequest[] = []
  const seen = new Set([receiptNumber])
  let next = all.get(continues)
  while (next && !seen.has(next.receiptNumber)) {
    seen.add(next.receiptNumber)
    earlier.push(next)
    next = all.get(next.continues)
  }
  return earlier
}

/** For which time it is asked, as far as the store knows (n回目). */
export const timesAsked = (all: RequestsByReceipt, request: ChainedRequest) =>
  earlierRequests(all, request).length + 1

/** Why a request cannot go on from another; undefined when it can. */
export function continuationProblem(all: RequestsByReceipt, request: ChainedRequest): string | undefined {
  const { continues, receiptNumber } = request
  if (continues === '') return undefined
  if (continues === receiptNumber) return 'この要望の番号です。前の要望の受付番号を書いてください'
  const earlier = all.get(continues)
  if (!earlier) return 'この受付番号の要望は、見つかりません'
  return earlierRequests(all, earlier).some((one) => one.receiptNumber === receiptNumber) ||
    earlier.continues === receiptNumber
    ? 'その要望は、この要望の続きです。前後が逆になっています'
    : undefined
}
