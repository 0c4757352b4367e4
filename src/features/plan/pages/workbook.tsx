import { toPlanUnits } from '#src/features/organization/core/plan-units.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { getFile, keepFile, readBytes } from '#src/platform/files.ts'
import { runInWorker } from '#src/platform/jobs/run-in-worker.ts'
import { xlsxType } from '#src/platform/office/content-types.ts'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { permissions } from '../core/permissions.ts'
import { planSheets } from '../core/workbook/plan-sheets.ts'
import { takeInWorkbook } from '../store/commands/take-in-workbook.ts'
import { planFacts } from '../store/queries/facts.ts'
import { getPlanDocument, getPlanHead } from '../store/queries/plans.ts'
import type { WorkbookResult } from '../work/workbook-work.ts'
import { planAddress, workbookAddress } from './parts/addresses.ts'
import { type Looked, WorkbookView } from './parts/workbook-view.tsx'

const largest = 10 * 1024 * 1024

/** Excelで直す: the tree, the indicators and the projects as a workbook, out and in again. */
export const workbookPage = page('/staff/plans/:planId/workbook', {
  audience: 'staff',
  maxBytes: largest + 64 * 1024,
  show: (context, { params }) => screen(context, params.planId),
  async submit(context, { params, folder }, form) {
    authorize(context, permissions, 'import-plan')
    const file = form.get('file')
    if (!(file instanceof File) || file.size === 0) {
      return {
        ...(await screen(context, params.planId, { problem: 'ファイルを選んでください' })),
        status: 422,
      }
    }
    const bytes = new Uint8Array(await file.arrayBuffer())
    const { changeCount } = await getPlanHead(context, params.planId)
    const result = await readOnto(context, params.planId, bytes)
    if (!result.plan) return { ...(await screen(context, params.planId, { result })), status: 422 }
    const fileId = await keepFile(context, folder, { bytes, name: file.name, contentType: xlsxType })
    return screen(context, params.planId, { result, fileId, changeCount })
  },
})

/** Takes over what was looked at before, unless the plan changed in between. */
export const workbookApplyPage = page('/staff/plans/:planId/workbook/apply', {
  audience: 'staff',
  show: async (_, { params }) => ({ seeOther: workbookAddress(params.planId) }),
  async submit(context, { params, folder }, form) {
    authorize(context, permissions, 'import-plan')
    const { planId } = params
    const file = await getFile(context, String(form.get('fileId') ?? ''))
    const result = await readOnto(context, planId, await readBytes(folder, file))
    const { plan } = result
    if (!plan) return { ...(await screen(context, planId, { result })), status: 422 }
    const changeCount = Number(form.get('changeCount'))
    const outcome = await unlessStale(takeInWorkbook(context, { planId, changeCount, plan }))
    if (!outcome.isStale) return { seeOther: `${planAddress(planId)}?notice=imported` }
    const now = await getPlanHead(context, planId)
    const looked = { result, fileId: file.id, changeCount: now.changeCount, isStale: true }
    return { ...(await screen(context, planId, looked)), status: 409 }
  },
})

/** The workbook of the working plan; of an empty plan it is the template. */
export const workbookFile = page('/staff/plans/:planId/workbook.xlsx', {
  audience: 'staff',
  async show(context, { params }) {
    const plan = await getPlanDocument(context, params.planId)
    return {
      file: await writeWorkbook(planSheets(plan), { createdAt: context.now, title: plan.title }),
      contentType: xlsxType,
      fileName: `${plan.title}.xlsx`,
    }
  },
})

async function readOnto(context: Context, planId: string, bytes: Uint8Array): Promise<WorkbookResult> {
  const base = await getPlanDocument(context, planId)
  const units = toPlanUnits(await listUnits(context))
  const module = new URL('../work/workbook-work.ts', import.meta.url)
  const input = { base64: Buffer.from(bytes).toString('base64'), base, units }
  return runInWorker<WorkbookResult>(module, JSON.stringify(input)).result
}

async function screen(context: Context, planId: string, looked: Looked = {}): Promise<Screen> {
  authorize(context, permissions, 'read-working-plan')
  const plan = await getPlanDocument(context, planId)
  return {
    title: 'Excelで直す',
    crumbs: [{ label: '体系と施策', href: planAddress(planId) }],
    facts: await planFacts(context, planId),
    isInvented: plan.isInvented,
    body: <WorkbookView plan={plan} {...looked} />,
  }
}
