import { getPublicVersion } from '#src/features/plan/store/queries/public.ts'
import type { Context } from '#src/platform/context.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { changeAt } from '../../core/change-at.ts'
import { planOfToday } from '../../store/queries/plan-today.ts'

/** Fills old and new of an answer from what differs at its place between the version laid open and today. */
export async function takeChange(
  context: Context,
  versionId: string,
  { entered }: { entered: Entered },
): Promise<{ entered: Entered; problems: Problems }> {
  const planRef = entered['planRef'] ?? ''
  if (planRef === '') return { entered, problems: { planRef: '直したところを選んでください' } }
  const today = await planOfToday(context)
  const change = today && changeAt(planRef, await getPublicVersion(context, versionId), today)
  return change
    ? { entered: { ...entered, ...change }, problems: {} }
    : {
        entered,
        problems: { planRef: 'ここは、意見を募った版から変わっていません。先に計画を直してください' },
      }
}
