import {
  changeSummary,
  groupChanges,
  type PolicyChanges,
} from '#src/features/plan/core/diff/change-groups.ts'
import { comparisonDocument } from '#src/features/plan/core/diff/comparison-document.ts'
import { diffPlans } from '#src/features/plan/core/diff/diff-plans.ts'
import { isShown, type PlanChange } from '#src/features/plan/core/diff/plan-change.ts'
import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import { getPublicVersion } from '#src/features/plan/store/queries/public.ts'
import { ChangesOf } from '#src/features/plan/views/change-list.tsx'
import { Refusal } from '#src/platform/errors.ts'
import { docxType } from '#src/platform/office/content-types.ts'
import { writeDocument } from '#src/platform/office/write-document.ts'
import { page } from '#src/platform/page.ts'
import { EmptyState } from '#src/ui/parts.tsx'
import { Chapter } from './parts/chapter.tsx'
import { homeCrumb, planCrumb, publicScreen, versionWords } from './parts/public-page.tsx'

/** 新旧の変更: what differs between two published versions, in plain words; `ve_a...ve_b` is the older and the newer. */
export const diffPage = page('/plan/diff/:pair', {
  audience: 'public',
  async show(context, { params }) {
    const [older, newer, ...rest] = params.pair.split('...')
    if (!older || !newer || rest.length > 0) throw new Refusal('not-found', 'くらべる版が分かりません')
    const [before, after] = [await getPublicVersion(context, older), await getPublicVersion(context, newer)]
    return publicScreen(after, {
      title: `${before.plan.version.label}から${after.plan.version.label}への変更`,
      crumbs: [homeCrumb, planCrumb, { label: 'これまでの版と変更', href: '/plan/versions' }],
      body: <Diff before={before} after={after} />,
    })
  },
})

/** For programs: the same comparison as JSON, from which the newer document can be made of the older one. */
export const diffJson = page('/plan/diff/:pair/changes.json', {
  audience: 'public',
  async show(context, { params }) {
    const [older = '', newer = ''] = params.pair.split('...')
    const [before, after] = [await getPublicVersion(context, older), await getPublicVersion(context, newer)]
    return {
      file: `${JSON.stringify(diffPlans(before.plan, after.plan), null, 1)}\n`,
      contentType: 'application/json',
      fileName: `${older}...${newer}.json`,
    }
  },
})

/** 新旧対照表 as a document. */
export const diffDocument = page('/plan/diff/:pair/comparison.docx', {
  audience: 'public',
  async show(context, { params }) {
    const [older = '', newer = ''] = params.pair.split('...')
    const [before, after] = [await getPublicVersion(context, older), await getPublicVersion(context, newer)]
    return {
      file: await writeDocument(comparisonDocument(before.plan, after.plan, after.publishedOn.slice(0, 10))),
      contentType: docxType,
      fileName: `${after.plan.title} 新旧対照表.docx`,
    }
  },
})

type Sides = { before: PublicPlan; after: PublicPlan }

function Diff({ before, after }: Sides) {
  const changes = diffPlans(before.plan, after.plan).filter(
    (change) => isShown(change) && !hasOwnPage(change),
  )
  const groups = groupChanges(changes, { before: before.plan, after: after.plan })
  return (
    <>
      <h1>
        {before.plan.version.label}から{after.plan.version.label}への変更
      </h1>
      <p class="sb-lead l-measure">{changeSummary(changes)}</p>
      <p class="sb-sub">
        前：{versionWords(before)}　後：{versionWords(after)}
      </p>
      {groups.length === 0 ? (
        <EmptyState title="変更はありません。">
          <p>番号だけの変更は、ここでは示しません。</p>
        </EmptyState>
      ) : (
        <Chapter
          parts={groups.map((policy) => ({
            id: policy.id ?? 'whole',
            title: titleOf(policy),
            body: <ChangesOf policy={policy} />,
          }))}
        />
      )}
      <p class="l-gap">
        <a href={`/plan/diff/${before.plan.version.id}...${after.plan.version.id}/changes.json`}>
          この変更のデータ（JSON）
        </a>
        {'　'}
        <a href={`/plan/diff/${before.plan.version.id}...${after.plan.version.id}/comparison.docx`}>
          新旧対照表（Word）
        </a>
      </p>
    </>
  )
}

/** The ledger and the waivers are pages of their own, with their reasons. */
const hasOwnPage = ({ subject }: PlanChange) => subject.type === 'waiver' || subject.type === 'ledgerEntry'

const titleOf = ({ number, title, counts }: PolicyChanges) =>
  `${number} ${title}（${counts.major + counts.normal + counts.minor}件）`.trim()
