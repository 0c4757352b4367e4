import { getPublicVersion } from '#src/features/plan/store/queries/public.ts'
import type { Context } from '#src/platform/context.ts'
import type { Problems } from '#src/platform/form.ts'
import { changeAt } from '../../core/change-at.ts'
import type { TextChange } from '../../core/classes.ts'
import { planOfToday } from '../../store/queries/plan-today.ts'

type Taken = { changes: TextChange[]; problems: Problems }

/**
 * Fills old and new of the places that have none yet, from what differs there between the version laid open and today.
 * What somebody typed stays.
 */
export async function takeChanges(
  context: Context,
  versionId: string,
  changes: readonly TextChange[],
): Promise<Taken> {
  if (!changes.some(({ planRef }) => planRef !== ''))
    return { changes: [...changes], problems: { 'planRef-0': '直したところを選んでください' } }
  const isOpen = ({ planRef, before, after }: TextChange) => planRef !== '' && before === '' && after === ''
  if (!changes.some(isOpen))
    return {
      changes: [...changes],
      problems: { 'before-0': '写し直すときは、修正前と修正後を空にしてから押してください' },
    }
  const [today, version] = await Promise.all([planOfToday(context), getPublicVersion(context, versionId)])
  const problems: Problems = {}
  const filled = changes.map((change, at) => {
    if (!isOpen(change)) return change
    const found = today && changeAt(change.planRef, version, today)
    if (!found)
      problems[`planRef-${at}`] = 'ここは、意見を募った版から変わっていません。先に計画を直してください'
    return { ...change, ...found }
  })
  return { changes: filled, problems }
}
