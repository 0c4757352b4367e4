import { setUpMunicipality } from '#src/features/organization/store/commands.ts'
import { sample as samplePlan } from '#src/features/plan/sample.ts'
import { listPublicVersions } from '#src/features/plan/store/queries/public.ts'
import type { CaseSheet } from '#src/features/public-comment/core/case.ts'
import { addCase, openCase, submitComment } from '#src/features/public-comment/store/commands/cases.ts'
import { staffRoles } from '#src/lib/permissions.ts'
import type { Context } from '#src/platform/context.ts'
import { sealerOf } from '#src/platform/sealing.ts'
import { as } from './context.ts'

export const sealer = sealerOf(new Uint8Array(32).fill(3))

/** The sample town's plan with its published versions, the newest first. */
export async function townWithPlan(context: Context): Promise<string[]> {
  const city = { code: '082350', name: 'みほん市', kana: '', districts: [], contactOffice: '' }
  const all: Context = { ...context, actor: { id: 'sample', roles: staffRoles } }
  await setUpMunicipality(all, { ...city, contactLines: [], isSample: true })
  await samplePlan(all)
  return (await listPublicVersions(as('public', context))).map(({ id }) => id)
}

/** A call for comments on a version for April 2026. */
export const sheetOf = (versionId: string): CaseSheet => ({
  title: '素案への意見募集',
  purpose: '素案がまとまりました。',
  easyPurpose: '',
  office: '企画政策課',
  papers: '前期基本計画',
  versionId,
  opensOn: '2026-04-01',
  closesOn: '2026-04-30',
  minimumDays: '30',
  shortReason: '',
  deadlineRule: 'arrival',
  whoMay: '市内に住む人',
  identity: 'required',
  places: '伊奈庁舎',
  ways: '郵送',
  contact: '企画政策課',
  resultDueOn: undefined,
  contactYears: '1',
  approvalSteps: '',
  classSet: 'standard',
})

/** The same, announced. */
export async function openedCase(context: Context, versionId: string): Promise<string> {
  const caseId = await addCase(as('secretariat', context), { sheet: sheetOf(versionId) })
  await openCase(as('publisher', context), { caseId, revision: 1 })
  return caseId
}

type Sent = { caseId: string; text: string; about?: string; quote?: string; name?: string }

/** A comment as a resident sends it. */
export const sendComment = (context: Context, { caseId, text, about = '', quote = '', name = '' }: Sent) =>
  submitComment(as('public', context), {
    caseId,
    submissionId: context.newId('su'),
    words: { text, about, quote, district: '', ageBand: '', consent: 'public' },
    person: { name, address: name && '小絹1番地', reach: '' },
    sealer,
    heldReason: '',
  })
