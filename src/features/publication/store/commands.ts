import { getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { getVersionDocument } from '#src/features/plan/store/queries/versions.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { command } from '#src/platform/command.ts'
import { enqueueJob } from '#src/platform/jobs/jobs.ts'
import type { BookKind } from '../core/book-kinds.ts'
import { permissions } from '../core/permissions.ts'

type Order = { planId: string; versionId?: string; kind: BookKind; siteUrl: string }

/** Asks for a plan book or digest (計画書・概要版) of a version, or of the working plan. Returns the id of the work. */
export const orderBook = command(permissions, 'make-book', async (context, order: Order) => {
  const { planId, versionId, kind, siteUrl } = order
  const plan = versionId
    ? await getVersionDocument(context, versionId)
    : await getPlanDocument(context, planId)
  const date = plan.version.frozenOn ?? tokyoDay(context.now)
  return enqueueJob(context, kind, { kind, plan, siteUrl, date })
})
