import { countUse } from '#src/platform/auth/tries.ts'
import type { Visit } from '#src/platform/page.ts'
import { spamLimits } from '../../core/comment-form.ts'

type Sender = Pick<Visit, 'auth' | 'clientAddress'> & { now: Date }

/**
 * Counts one sending from a place. An address many people share (a library, a telephone company) is never shut out: from
 * a first threshold on what comes only waits to be looked at, from a second on it comes more slowly, a few a minute.
 */
export async function countSending({ auth, clientAddress, now }: Sender) {
  const { heldFrom, heldWindow, mostAnHour, hour, slowMost, slowWindow } = spamLimits
  const place = { clientAddress, now }
  const wait = await countUse(auth, { ...place, kind: 'comment', most: heldFrom, window: heldWindow })
  const many = await countUse(auth, { ...place, kind: 'comment-hour', most: mostAnHour, window: hour })
  const slow = many > 0 && { ...place, kind: 'comment-slow', most: slowMost, window: slowWindow }
  return {
    isTooMany: slow ? (await countUse(auth, slow)) > 0 : false,
    heldReason: wait > 0 ? '同じ接続元から、短い間に多くの提出がありました' : '',
  }
}
