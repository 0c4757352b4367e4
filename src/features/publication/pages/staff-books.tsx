import { z } from 'zod'
import { planFacts } from '#src/features/plan/store/queries/facts.ts'
import { findPrimaryPlan, getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { listVersions, type VersionSummary } from '#src/features/plan/store/queries/versions.ts'
import { authorize } from '#src/platform/authorize.ts'
import { found } from '#src/platform/errors.ts'
import { getFile, readBytes } from '#src/platform/files.ts'
import { readForm } from '#src/platform/form.ts'
import { findJob, type Job, listJobs } from '#src/platform/jobs/jobs.ts'
import { page } from '#src/platform/page.ts'
import { SelectField } from '#src/ui/field.tsx'
import { AboutScreen, Badge, EmptyState } from '#src/ui/parts.tsx'
import { type BookKind, bookKindNames, bookKinds } from '../core/book-kinds.ts'
import { permissions } from '../core/permissions.ts'
import { orderBook } from '../store/commands.ts'

const kindOf = ({ kind }: Job) => bookKinds[kind as BookKind]
const booksAddress = (planId: string) => `/staff/books/${planId}`

export const booksDoor = page('/staff/books', {
  audience: 'staff',
  async show(context) {
    const plan = await findPrimaryPlan(context)
    return { seeOther: plan ? booksAddress(plan.id) : '/staff/plans/all' }
  },
})

const order = z.object({
  kind: z.enum(bookKindNames),
  versionId: z.string().regex(/^(ve_[0-9a-z]{10})?$/),
})

/** 計画書・概要版: ordering a PDF and fetching it when it is ready. */
export const booksPage = page('/staff/books/:planId', {
  audience: 'staff',
  async show(context, { params, url }) {
    authorize(context, permissions, 'make-book')
    const plan = await getPlanDocument(context, params.planId)
    const [facts, versions, jobs] = await Promise.all([
      planFacts(context, plan.planId),
      listVersions(context, plan.planId),
      listJobs(context, bookKindNames),
    ])
    return {
      title: '計画書・概要版',
      facts,
      isInvented: plan.isInvented,
      body: <Books versions={versions} jobs={jobs} chosen={url.searchParams.get('version') ?? ''} />,
    }
  },
  async submit(context, { params, site, wakeJobs }, form) {
    const read = readForm(order, form)
    if (read.problems) return { seeOther: booksAddress(params.planId) }
    const { kind, versionId } = read.values
    const jobId = await orderBook(context, {
      planId: params.planId,
      kind,
      siteUrl: site,
      ...(versionId ? { versionId } : {}),
    })
    wakeJobs()
    return { seeOther: `/staff/jobs/${jobId}` }
  },
})

/** How far the work is; the page loads itself again by a link, or by itself with scripts. */
export const jobPage = page('/staff/jobs/:jobId', {
  audience: 'staff',
  async show(context, { params }) {
    authorize(context, permissions, 'make-book')
    const asked = await findJob(context, params.jobId)
    const job = found(asked && asked.kind in bookKinds ? asked : undefined, '作業')
    return {
      title: `${kindOf(job).label}をつくる`,
      crumbs: [{ label: '計画書・概要版', href: '/staff/books' }],
      body: <JobView job={job} />,
    }
  },
})

/** The finished file. */
export const bookFile = page('/staff/files/:fileId', {
  audience: 'staff',
  async show(context, { params, folder }) {
    authorize(context, permissions, 'make-book')
    const file = await getFile(context, params.fileId)
    return { file: await readBytes(folder, file), contentType: file.contentType, fileName: file.name }
  },
})

type BooksProps = { versions: readonly VersionSummary[]; jobs: readonly Job[]; chosen: string }

function Books({ versions, jobs, chosen }: BooksProps) {
  return (
    <>
      <h1>計画書・概要版</h1>
      <form method="post" class="sb-box l-flow l-gap" aria-labelledby="make">
        <h2 id="make">計画書・概要版をつくる</h2>
        <SelectField
          name="versionId"
          label="もとにする計画"
          value={chosen}
          blank="作業中の計画（いまの内容）"
          width="mid"
          choices={versions.map(({ id, label }) => ({ value: id, label }))}
        />
        <div class="l-cluster">
          <button class="dads-button" name="kind" value="plan-book" type="submit">
            計画書をつくる
          </button>
          <button class="dads-button dads-button--secondary" name="kind" value="digest" type="submit">
            概要版をつくる
          </button>
        </div>
        <div class="l-cluster">
          <button class="dads-button dads-button--quiet" name="kind" value="plan-book-docx" type="submit">
            Wordでつくる
          </button>
          <button class="dads-button dads-button--quiet" name="kind" value="plan-book-html" type="submit">
            1つのHTMLでつくる
          </button>
        </div>
      </form>
      <section class="l-section" aria-labelledby="made">
        <h2 id="made">つくったもの</h2>
        {jobs.length === 0 && (
          <EmptyState title="まだありません。">
            <p>上のボタンで、計画書（A4）か概要版をつくります。数秒から十数秒でできます。</p>
          </EmptyState>
        )}
        <ul class="sb-rows">
          {jobs.map((job) => (
            <li key={job.id}>
              <p class="sb-rows__when">{kindOf(job).label}</p>
              <p>
                <a href={`/staff/jobs/${job.id}`}>{job.step}</a>
                {job.remarks.length > 0 && <span class="sb-sub">　知らせ {job.remarks.length}件</span>}
              </p>
              {job.fileId && <a href={`/staff/files/${job.fileId}`}>{kindOf(job).file}を保存する</a>}
            </li>
          ))}
        </ul>
      </section>
      <AboutScreen>
        <p>
          計画書は、画面と同じ計画のデータから組まれます。同じ版からは、いつつくっても同じPDFになります。読み上げに対応したタグ、しおり、代わりの文が付きます。
        </p>
        <p>
          Wordでつくると、市の書式に合わせて続きを直せます（見出しと表は、Wordのスタイルです）。HTMLは1つのファイルで、そのまま送ったり、置いたりできます。グラフは、PDFと公開サイトにあります。
        </p>
      </AboutScreen>
    </>
  )
}

function JobView({ job }: { job: Job }) {
  const isOver = job.state === 'done' || job.state === 'failed'
  return (
    <>
      <h1>{kindOf(job).label}をつくる</h1>
      <p class="l-gap" role="status">
        <Badge tone={job.state === 'done' ? 'ok' : job.state === 'failed' ? 'error' : 'info'}>
          {job.step}
        </Badge>
      </p>
      {!isOver && (
        <job-progress>
          <p>
            <progress max={100} value={job.percent}>
              {job.percent}％
            </progress>{' '}
            {job.percent}％
          </p>
          <p>
            <a href={`/staff/jobs/${job.id}`}>いまの状態を見る</a>
          </p>
        </job-progress>
      )}
      {job.fileId && (
        <p>
          <a class="dads-button" href={`/staff/files/${job.fileId}`}>
            {kindOf(job).file}を保存する
          </a>
        </p>
      )}
      {job.remarks.length > 0 && (
        <section class="l-section" aria-labelledby="remarks">
          <h2 id="remarks">知らせ</h2>
          <ul class="l-flow">
            {job.remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
