import type { Context } from '#src/platform/context.ts'
import type { PurgeSubject } from '../../core/purge.ts'
import { agreeToPurges, endPurgeOrder, orderPurges } from '../../store/commands/purge-orders.ts'

type Sent = { act?: string | undefined; orderId?: string | undefined }

/** Whether the form was about the order (自動廃棄) of the subject; then it is done. */
export async function submitPurgeOrder(
  context: Context,
  subject: PurgeSubject,
  { act, orderId = '' }: Sent,
): Promise<boolean> {
  if (act === 'order') await orderPurges(context, { subject })
  else if (act === 'agree') await agreeToPurges(context, { orderId })
  else if (act === 'end-order') await endPurgeOrder(context, { subject })
  else return false
  return true
}
