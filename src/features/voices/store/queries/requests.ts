import { unitNameOn } from '#src/features/organization/core/succession.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type FollowUp, type FollowUpState, followUpState } from '../../core/follow-up.ts'
import { permissions } from '../../core/permissions.ts'
import type { OpinionPlace } from '../../core/place.ts'
import { timesAsked } from '../../core/request-chain.ts'
import { listChainedRequests, listFollowUps } from './follow-ups.ts'
import { placesOf } from './places.ts'
import { type HeardLine, listHeard } from './voices.ts'

/** A request or a question of a briefing, one line a submission, with who answers it until when. */
export type RequestLine = {
  heard: HeardLine
  followUp: FollowUp | undefined
  state: FollowUpState
  unit: string
  /** For which time the same is asked, as far as the store knows. */
  times: number
  place: OpinionPlace | undefined
}

/** Those that are late first, then by their day; what has no day yet after them, what is answered last. */
export const stateOrder: readonly FollowUpState[] = ['late', 'drafted', 'open', 'none', 'replied']

export async function listRequests(context: Context): Promise<RequestLine[]> {
  authorize(context, permissions, 'read-voices')
  const [requests, questions, followUps, units, chained] = await Promise.all([
    listHeard(context, { channel: 'request' }),
    listHeard(context, { channel: 'briefing' }),
    listFollowUps(context),
    listUnits(context),
    listChainedRequests(context),
  ])
  const today = tokyoDay(context.now)
  const first = [...requests, ...questions].filter(({ number }) => number === 1)
  const places = await placesOf(context)
  return first
    .map((heard) => {
      const followUp = followUps.get(heard.submissionId)
      const unit = unitNameOn(units, followUp?.unitId ?? '', today) ?? ''
      const own = chained.get(heard.receiptNumber)
      const times = own ? timesAsked(chained, own) : 1
      const place = places.get(heard.id)
      return { heard, followUp, state: followUpState(followUp, today), unit, times, place }
    })
    .sort((a, b) => keyOf(a).localeCompare(keyOf(b)))
}

const keyOf = ({ state, followUp, heard }: RequestLine) =>
  [stateOrder.indexOf(state), followUp?.dueOn || '9999', heard.receivedOn, heard.id].join(' ')
