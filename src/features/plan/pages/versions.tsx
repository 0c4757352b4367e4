import type { VNode } from 'preact'
import { z } from 'zod'
import { listDecidingPlaces } from '#src/features/deliberation/store/queries-places.ts'
import { canonicalJson } from '#src/formats/canonical-json.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { AboutScreen, Badge, EmptyState } from '#src/ui/parts.tsx'
import { decisionFields, decisionOf, isDecided, isWholeDecision } from '../core/decided-by.ts'
import { type OwedEntry, reasonName } from '../core/diff/ledger-entries.ts'
import { mayPublishVersion, permissions } from '../core/permissions.ts'
import { freezings, needsDecision } from '../core/stages.ts'
import { freezeVersion, publishVersion } from '../store/commands/versions.ts'
import { instantWords, planFacts } from '../store/queries/facts.ts'
import { listOwedEntries } from '../store/queries/ledger.ts'
import { lintNow } from '../store/queries/lint.ts'
import { findPrimaryPlan, getPlanDocument } from '../store/queries/plans.ts'
import { getVersionDocument, listVersions, type VersionSummary } from '../store/queries/versions.ts'
import { comparisonAddress, versionsAddress } from './parts/addresses.ts'
import { unknownPlace } from './parts/decision-fields.tsx'
import { FreezeForm, wayOf } from './parts/freeze-form.tsx'
import { StaffDecision } from './parts/staff-decision.tsx'

export const versionsDoor = page('/staff/versions', {
  audience: 'staff',
  async show(context) {
    const plan = await findPrimaryPlan(context)
    return { seeOther: plan ? versionsAddress(plan.id) : '/staff/plans/all' }
  },
})

const acts = z.discriminatedUnion('act', [
  z
    .object({
      act: z.literal('freeze'),
      way: z.string(),
      publicNote: z.string().trim().max(2000, 'この版の説明は2,000字以内にしてください'),
      ...decisionFields,
    })
    .transform(({ way, ...rest }) => ({ ...freezings.find((one) => wayOf(one) === way), ...rest }))
    .refine(({ stage }) => stage !== undefined, { path: ['way'], message: '段階と関門を選んでください' })
    .refine(({ stage, ...decision }) => !stage || !needsDecision(stage) || isDecided(decision), {
      path: ['decisionTitle'],
      message: '何によって決まったかを書いてください（例：令和9年3月議会で議決）',
    })
    .refine(isWholeDecision, { path: ['decisionDate'], message: '決定の名前と日は、両方書いてください' }),
  z.object({ act: z.literal('publish'), versionId: z.string() }),
])

/** 版と公開: freezing the working plan, and putting a version on the public site. */
export const versionsPage = page('/staff/versions/:planId', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params.planId),
  async submit(context, { params }, form) {
    const { planId } = params
    const read = readForm(acts, form)
    if (read.problems) return { ...(await screen(context, planId, read)), status: 422 }
    const { values } = read
    if (values.act === 'publish') {
      await publishVersion(context, { versionId: values.versionId })
      return { seeOther: `${versionsAddress(planId)}?notice=published` }
    }
    const { stage, gate, publicNote } = values
    if (!stage || !gate) return { seeOther: versionsAddress(planId) }
    const decision = decisionOf(values, await listDecidingPlaces(context))
    const missing = withoutReason(await listOwedEntries(context, planId), read.entered)
    if (missing || decision === 'unknown') {
      const problems = { ...missing, ...(decision === 'unknown' ? { decisionRef: unknownPlace } : {}) }
      return { ...(await screen(context, planId, { entered: read.entered, problems })), status: 422 }
    }
    await freezeVersion(context, {
      planId,
      stage,
      gate,
      publicNote,
      reasons: read.entered,
      ...(decision ? { decision } : {}),
    })
    return { seeOther: `${versionsAddress(planId)}?notice=frozen` }
  },
})

/** The problems of the fields in which a reason for the ledger is missing, if any. */
function withoutReason(owed: readonly OwedEntry[], entered: Entered): Problems | undefined {
  const names = owed.map(reasonName).filter((name) => (entered[name] ?? '').trim() === '')
  const words = '理由を書いてください。変更台帳に載ります'
  return names.length > 0 ? Object.fromEntries(names.map((name) => [name, words])) : undefined
}

/** The frozen document as it was written, byte for byte. */
export const versionJson = page('/staff/versions/:planId/:versionId/plan.json', {
  audience: 'staff',
  async show(context, { params }) {
    const document = await getVersionDocument(context, params.versionId)
    return {
      file: canonicalJson(document),
      contentType: 'application/json',
      fileName: `${document.title} ${document.version.label}.json`,
    }
  },
})

type Typed = { entered?: Entered; problems?: Problems }

async function screen(context: Context, planId: string, typed: Typed = {}): Promise<Screen> {
  const plan = await getPlanDocument(context, planId)
  const [versions, owed, report, facts] = await Promise.all([
    listVersions(context, planId),
    listOwedEntries(context, planId),
    lintNow(context, plan),
    planFacts(context, planId),
  ])
  return {
    title: '版と公開',
    facts,
    isInvented: plan.isInvented,
    body: (
      <Versions
        context={context}
        versions={versions}
        planId={planId}
        form={
          mayDo(context.actor, permissions, 'freeze-version') && (
            <FreezeForm
              {...typed}
              report={report}
              owed={owed}
              planId={planId}
              places={await listDecidingPlaces(context)}
            />
          )
        }
      />
    ),
  }
}

type VersionsProps = {
  context: Context
  versions: readonly VersionSummary[]
  planId: string
  form: VNode | false
}

function Versions({ context, versions, planId, form }: VersionsProps) {
  const shown = versions.find((version) => version.publishedAt)
  return (
    <>
      <div class="sb-title">
        <h1>版と公開</h1>
        <a class="dads-button dads-button--quiet" href={comparisonAddress(planId)}>
          版をくらべる
        </a>
      </div>
      {form}
      <section class="l-section" aria-labelledby="versions">
        <h2 id="versions">つくった版</h2>
        {versions.length === 0 && (
          <EmptyState title="まだ版がありません。">
            <p>作業中の計画を「版」として固めると、それを公開したり、計画書にしたりできます。</p>
          </EmptyState>
        )}
        <ul class="sb-rows">
          {versions.map((version) => (
            <VersionRow
              key={version.id}
              version={version}
              isShown={version.id === shown?.id}
              context={context}
              planId={planId}
            />
          ))}
        </ul>
      </section>
      <AboutScreen>
        <p>
          版は、つくったときの計画をそのまま残したもので、あとから変わりません。公開できるのは、版をつくった人とは別の公開責任者です（二人で確かめるためです）。
        </p>
        <p>
          関門は、その段階で直っていなければならない指摘を止めます。直せないものは、理由と期限を書いて例外にでき、例外は公開されます。
        </p>
      </AboutScreen>
    </>
  )
}

type RowProps = { version: VersionSummary; isShown: boolean; context: Context; planId: string }

function VersionRow({ version, isShown, context, planId }: RowProps) {
  const mayPublish = mayDo(context.actor, permissions, 'publish-version')
  return (
    <li>
      <p class="sb-rows__when">
        <b>{version.label}</b>
        {instantWords(version.frozenAt)}
      </p>
      <div>
        {version.publicNote && <p>{version.publicNote}</p>}
        <StaffDecision version={version} mayRecord={mayDo(context.actor, permissions, 'freeze-version')} />
        <p class="sb-sub">
          {version.publishedAt ? `${instantWords(version.publishedAt)} 公開` : 'まだ公開していません'}
          {'　'}
          <code>{version.hash.slice(0, 19)}…</code>
        </p>
        <p class="l-cluster">
          <a href={`/staff/books/${planId}?version=${version.id}`}>計画書・概要版をつくる</a>
          <a href={`${versionsAddress(planId)}/${version.id}/plan.json`}>JSONで保存</a>
        </p>
      </div>
      <div class="l-flow">
        {isShown && <Badge tone="solid">公開中</Badge>}
        {!version.publishedAt && mayPublish && mayPublishVersion(context.actor, version) && (
          <form method="post">
            <input type="hidden" name="versionId" value={version.id} />
            <button class="dads-button dads-button--secondary" name="act" value="publish" type="submit">
              公開する<span class="vh">：{version.label}</span>
            </button>
          </form>
        )}
        {!version.publishedAt && mayPublish && !mayPublishVersion(context.actor, version) && (
          <p class="sb-sub">あなたがつくった版です。別の公開責任者が公開します。</p>
        )}
        {!version.publishedAt && !mayPublish && <p class="sb-sub">公開責任者が公開します。</p>}
      </div>
    </li>
  )
}
