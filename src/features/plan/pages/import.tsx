import { findMunicipality } from '#src/features/organization/store/queries.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { getFile, keepFile, readBytes } from '#src/platform/files.ts'
import { runInWorker } from '#src/platform/jobs/run-in-worker.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { FileField } from '#src/ui/field.tsx'
import { AboutScreen, Banner } from '#src/ui/parts.tsx'
import { findingWords, type ImportResult } from '../core/import/import-finding.ts'
import { largestPlanFile } from '../core/import/read-plan-file.ts'
import { permissions } from '../core/permissions.ts'
import { importPlan } from '../store/commands/import-plan.ts'
import { planAddress } from './parts/addresses.ts'

/** 計画の取り込み: a look at what the file holds; nothing changes. */
export const importPage = page('/staff/plans/import', {
  audience: 'staff',
  maxBytes: largestPlanFile + 64 * 1024,
  async show(context) {
    authorize(context, permissions, 'import-plan')
    return screen()
  },
  async submit(context, { folder }, form) {
    authorize(context, permissions, 'import-plan')
    const file = form.get('file')
    if (!(file instanceof File) || file.size === 0) {
      return { ...screen({ refusals: [{ message: 'ファイルを選んでください' }] }), status: 422 }
    }
    const bytes = new Uint8Array(await file.arrayBuffer())
    const result = await readSafely(context, bytes)
    if (result.refusals) return { ...screen(result), status: 422 }
    const fileId = await keepFile(context, folder, {
      bytes,
      name: file.name,
      contentType: 'application/octet-stream',
    })
    return screen(result, fileId)
  },
})

/** Takes the file in that was looked at before. */
export const importApplyPage = page('/staff/plans/import/apply', {
  audience: 'staff',
  show: async () => ({ seeOther: '/staff/plans/import' }),
  async submit(context, { folder }, form) {
    authorize(context, permissions, 'import-plan')
    const file = await getFile(context, String(form.get('fileId') ?? ''))
    const result = await readSafely(context, await readBytes(folder, file))
    if (result.refusals) return { ...screen(result), status: 422 }
    const planId = await importPlan(context, { plan: result.plan })
    return { seeOther: `${planAddress(planId)}?notice=imported` }
  },
})

/** The same file gives the same plan under the same ids, so that it cannot be taken in twice by mistake. */
async function readSafely(context: Context, bytes: Uint8Array): Promise<ImportResult> {
  const city = await findMunicipality(context)
  const base64 = Buffer.from(bytes).toString('base64')
  const input = {
    base64,
    seed: base64,
    ...(city ? { municipalityCode: city.code, municipalityName: city.name } : {}),
  }
  const module = new URL('../work/read-plan-work.ts', import.meta.url)
  return runInWorker<ImportResult>(module, JSON.stringify(input)).result
}

const screen = (result?: ImportResult, fileId?: string): Screen => ({
  title: '計画を取り込む',
  crumbs: [{ label: '計画の一覧', href: '/staff/plans/all' }],
  isInvented: false,
  body: <ImportView result={result} fileId={fileId} />,
})

function ImportView({ result, fileId }: { result: ImportResult | undefined; fileId: string | undefined }) {
  return (
    <>
      <h1>計画を取り込む</h1>
      {result?.refusals && (
        <Banner tone="error" title="取り込めません。何も変えていません。">
          <ul class="sb-list">
            {result.refusals.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </Banner>
      )}
      {result && !result.refusals && fileId && <Preview result={result} fileId={fileId} />}
      <form method="post" action="/staff/plans/import" class="sb-form l-gap" encType="multipart/form-data">
        <FileField
          name="file"
          label="計画のファイル"
          support="StratML（Part 1・Part 2）か、標のJSON。10MBまで。"
          accept=".xml,.json,application/xml,application/json"
          required
        />
        <button class="dads-button dads-button--secondary" type="submit">
          内容を確かめる
        </button>
      </form>
      <AboutScreen>
        <p>
          まず中身を確かめ、それから取り込みます。取り込むと、新しい計画として加わります。公開サイトには、版をつくって公開するまで出ません。
        </p>
      </AboutScreen>
    </>
  )
}

type PreviewProps = { result: Exclude<ImportResult, { refusals: readonly unknown[] }>; fileId: string }

function Preview({ result: { plan, findings }, fileId }: PreviewProps) {
  const count = (kind: string) => plan.items.filter((item) => item.kind === kind).length
  const rows = [
    ['計画', plan.title],
    ['期間', `${plan.period.fiscalYears[0]}年度〜${plan.period.fiscalYears[1]}年度`],
    [plan.labels.policy, `${count('policy')}`],
    [plan.labels.measure, `${count('measure')}`],
    [plan.labels.program, `${count('program')}`],
    ['指標', `${plan.indicators.length}`],
  ]
  return (
    <section class="sb-box l-flow l-gap" aria-labelledby="preview">
      <h2 id="preview">この内容を取り込みます</h2>
      <dl class="dads-description-list">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {findings.length > 0 && (
        <details class="dads-disclosure" open={findings.length <= 10}>
          <summary>
            <span>気付いたこと（{findings.length}件）</span>
          </summary>
          <ul class="sb-list">
            {findings.slice(0, 200).map((finding) => (
              <li key={`${finding.line}${finding.path}${finding.code}`}>{findingWords(finding)}</li>
            ))}
          </ul>
        </details>
      )}
      <form method="post" action="/staff/plans/import/apply" class="l-cluster">
        <input type="hidden" name="fileId" value={fileId} />
        <button class="dads-button" type="submit">
          取り込む
        </button>
        <a href="/staff/plans/import">やめる</a>
      </form>
    </section>
  )
}
