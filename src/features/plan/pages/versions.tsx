import { z } from 'zod'
import { canonicalJson } from '#src/formats/canonical-json.ts'
import { stages } from '#src/formats/plan-document.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { SelectField, TextArea } from '#src/ui/field.tsx'
import { AboutScreen, Badge, EmptyState } from '#src/ui/parts.tsx'
import { stageLabels } from '../core/labels.ts'
import { mayPublishVersion, permissions } from '../core/permissions.ts'
import { freezeVersion, publishVersion } from '../store/commands/versions.ts'
import { instantWords, planFacts } from '../store/queries/facts.ts'
import { lintNow } from '../store/queries/lint.ts'
import { findPrimaryPlan, getPlanDocument } from '../store/queries/plans.ts'
import { getVersionDocument, listVersions, type VersionSummary } from '../store/queries/versions.ts'
import { versionsAddress } from './parts/addresses.ts'

export const versionsDoor = page('/staff/versions', {
  audience: 'staff',
  async show(context) {
    const plan = await findPrimaryPlan(context)
    return { seeOther: plan ? versionsAddress(plan.id) : '/staff/plans/all' }
  },
})

const acts = z.discriminatedUnion('act', [
  z.object({ act: z.literal('freeze'), stage: z.enum(stages), publicNote: z.string().trim().max(2000) }),
  z.object({ act: z.literal('publish'), versionId: z.string() }),
])

/** 版と公開: freezing the working plan, and putting a version on the public site. */
export const versionsPage = page('/staff/versions/:planId', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params.planId),
  async submit(context, { params }, form) {
    const { planId } = params
    const read = readForm(acts, form)
    if (read.problems) return { ...(await screen(context, planId)), status: 422 }
    const { values } = read
    if (values.act === 'freeze') {
      await freezeVersion(context, { planId, stage: values.stage, publicNote: values.publicNote })
      return { seeOther: `${versionsAddress(planId)}?notice=frozen` }
    }
    await publishVersion(context, { versionId: values.versionId })
    return { seeOther: `${versionsAddress(planId)}?notice=published` }
  },
})

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

async function screen(context: Context, planId: string): Promise<Screen> {
  const plan = await getPlanDocument(context, planId)
  const [versions, report, facts] = await Promise.all([
    listVersions(context, planId),
    lintNow(context, plan),
    planFacts(context, planId),
  ])
  const errors = report.findings.filter(({ severity, waivedBy }) => severity === 'E' && !waivedBy).length
  return {
    title: '版と公開',
    facts,
    isInvented: plan.isInvented,
    body: (
      <Versions
        context={context}
        versions={versions}
        errors={errors}
        stage={plan.version.stage}
        planId={planId}
      />
    ),
  }
}

type VersionsProps = {
  context: Context
  versions: readonly VersionSummary[]
  errors: number
  stage: string
  planId: string
}

function Versions({ context, versions, errors, stage, planId }: VersionsProps) {
  const shown = versions.find((version) => version.publishedAt)
  return (
    <>
      <h1>版と公開</h1>
      {mayDo(context.actor, permissions, 'freeze-version') && <FreezeForm errors={errors} stage={stage} />}
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
      </AboutScreen>
    </>
  )
}

function FreezeForm({ errors, stage }: { errors: number; stage: string }) {
  return (
    <form method="post" class="sb-box l-flow l-gap" aria-labelledby="freeze">
      <h2 id="freeze">いまの計画で版をつくる</h2>
      {errors > 0 && (
        <p>
          <b>点検の「止まる」が{errors}件あります。</b>
          <a href="/staff/lint?severity=E">確かめる</a>
        </p>
      )}
      <SelectField
        name="stage"
        label="段階"
        value={stage}
        width="short"
        choices={Object.entries(stageLabels).map(([value, label]) => ({ value, label }))}
      />
      <TextArea
        name="publicNote"
        label="この版の説明"
        support="公開ページに出ます。何が変わったかを書きます。"
        rows={2}
        optional
      />
      <button class="dads-button" name="act" value="freeze" type="submit">
        版をつくる
      </button>
    </form>
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
        <p class="sb-sub">
          {version.publishedAt ? `${instantWords(version.publishedAt)} 公開` : 'まだ公開していません'}　
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
