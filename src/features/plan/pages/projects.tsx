import { z } from 'zod'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Project } from '#src/formats/plan-parts.ts'
import { fiscalYearShort } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { SelectField, TextField } from '#src/ui/field.tsx'
import { AboutScreen, Badge, EmptyState, NoValue, ScrollFrame } from '#src/ui/parts.tsx'
import { budgetYears, totalOf } from '../core/budget.ts'
import { numbersOf } from '../core/numbering.ts'
import { permissions } from '../core/permissions.ts'
import { addProject } from '../store/commands/registers.ts'
import { planFacts } from '../store/queries/facts.ts'
import { findPrimaryPlan, getPlanDocument } from '../store/queries/plans.ts'
import { planAddress, projectsAddress, workbookAddress } from './parts/addresses.ts'
import { projectParents } from './parts/project-parents.ts'

const added = z.object({
  parentId: z.string().min(1, '置く施策か基本事業を選んでください'),
  title: z.string().trim().min(1, '事業名を書いてください').max(100, '事業名は100字以内にしてください'),
})

export const projectsDoor = page('/staff/projects', {
  audience: 'staff',
  async show(context) {
    const plan = await findPrimaryPlan(context)
    return { seeOther: plan ? projectsAddress(plan.id) : '/staff/plans/all' }
  },
})

/** 事務事業: every project with its money by year, and the sums. */
export const projectsPage = page('/staff/projects/:planId', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params.planId),
  async submit(context, { params }, form) {
    const read = readForm(added, form)
    if (read.problems) return { ...(await screen(context, params.planId, read)), status: 422 }
    const id = await addProject(context, { planId: params.planId, ...read.values })
    return { seeOther: `${projectsAddress(params.planId)}/${id}?notice=added` }
  },
})

type Typed = { entered?: Entered; problems?: Problems }

async function screen(context: Context, planId: string, typed: Typed = {}): Promise<Screen> {
  const plan = await getPlanDocument(context, planId)
  return {
    title: plan.labels.project,
    facts: await planFacts(context, planId),
    isInvented: plan.isInvented,
    body: <Projects plan={plan} typed={typed} mayAdd={mayDo(context.actor, permissions, 'edit-item')} />,
  }
}

const publishWords = {
  none: '公開しません',
  list: '名前だけ公開します',
  full: '事業費も公開します',
} as const

function Projects({ plan, typed, mayAdd }: { plan: PlanDocument; typed: Typed; mayAdd: boolean }) {
  const { projects, labels } = plan
  return (
    <>
      <div class="sb-title">
        <h1>{labels.project}</h1>
        <a class="dads-button dads-button--quiet" href={workbookAddress(plan.planId)}>
          Excelで直す
        </a>
      </div>
      <p>
        <Badge tone="quiet">{publishWords[plan.publish]}</Badge>
      </p>
      {projects.length === 0 ? (
        <EmptyState title={`まだ${labels.project}がありません。`}>
          <p>下で1つずつ加えるか、「Excelで直す」でまとめて加えます。</p>
        </EmptyState>
      ) : (
        <ProjectTable plan={plan} />
      )}
      {mayAdd && <AddForm plan={plan} typed={typed} />}
      <AboutScreen>
        <p>
          金額は千円です。年度の合計は、下の行に出ます。空欄は「まだ分からない」、0は「かからない」です。公開の範囲は、
          <a href={`${planAddress(plan.planId)}/concept`}>基本構想と基本事項</a>で決めます。
        </p>
      </AboutScreen>
    </>
  )
}

function ProjectTable({ plan }: { plan: PlanDocument }) {
  const years = budgetYears(plan)
  const numbers = numbersOf(plan)
  const units = new Map(plan.units.map(({ id, name }) => [id, name]))
  const inOrder = [...plan.projects].sort((a, b) =>
    (numbers.get(a.parentId) ?? '~').localeCompare(numbers.get(b.parentId) ?? '~', 'ja', { numeric: true }),
  )
  return (
    <ScrollFrame label={plan.labels.project}>
      <table class="dads-table dads-table--dense">
        <caption>{plan.labels.project}と事業費（千円）</caption>
        <thead>
          <tr>
            <th scope="col">番号</th>
            <th scope="col">事業名</th>
            <th scope="col">担当課</th>
            {years.map((year) => (
              <th key={year} scope="col" class="is-num">
                {fiscalYearShort(year)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder.map((project) => (
            <tr key={project.id}>
              <td class="is-nowrap">{numbers.get(project.parentId) ?? <NoValue words="なし" />}</td>
              <th scope="row">
                <a href={`${projectsAddress(plan.planId)}/${project.id}`}>{project.title}</a>
              </th>
              <td>{units.get(project.ownerId ?? '') ?? <NoValue words="未定" />}</td>
              <Amounts projects={[project]} years={years} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              合計
            </th>
            <Amounts projects={plan.projects} years={years} />
          </tr>
        </tfoot>
      </table>
    </ScrollFrame>
  )
}

const Amounts = ({ projects, years }: { projects: readonly Project[]; years: readonly number[] }) => (
  <>
    {years.map((year) => (
      <td key={year} class="is-num">
        {totalOf(projects, year)?.toLocaleString('ja-JP') ?? <NoValue words="未記入" />}
      </td>
    ))}
  </>
)

function AddForm({ plan, typed: { entered = {}, problems = {} } }: { plan: PlanDocument; typed: Typed }) {
  return (
    <form method="post" class="sb-box l-flow l-gap" aria-labelledby="add">
      <h2 id="add">{plan.labels.project}を加える</h2>
      <SelectField
        name="parentId"
        label="置くところ"
        value={entered['parentId']}
        problem={problems['parentId']}
        blank="選んでください"
        choices={projectParents(plan)}
        required
      />
      <TextField name="title" label="事業名" value={entered['title']} problem={problems['title']} required />
      <button class="dads-button" type="submit">
        加える
      </button>
    </form>
  )
}
