import { listUnits } from '#src/features/organization/store/queries.ts'
import { unitChoices } from '#src/features/organization/views/unit-choices.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, entriesOf, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { TextField } from '#src/ui/field.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { EmptyState } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import type { HomeworkPlace } from '../core/schedule.ts'
import { spanForm, taskForm } from '../core/task-form.ts'
import { addTask } from '../store/commands.ts'
import { getSchedule } from '../store/queries.ts'
import { processCrumb, taskAddress } from './parts/process-tabs.tsx'
import { contentOf } from './parts/submit-task.ts'
import { TaskFields } from './parts/task-fields.tsx'

/** 作業・節目を加える */
export const newTaskPage = page('/staff/process/tasks/new', {
  audience: 'staff',
  show: (context, { url }) => {
    const given = [...sources, 'title', 'ownerUnitId', 'end'].map((name) => [
      name,
      url.searchParams.get(name) ?? '',
    ])
    const asked: Entered = { kind: 'task', ...Object.fromEntries(given) }
    const entered = asked['homeworkSheetId'] ? asked : { ...asked, isPublic: 'yes' }
    return screen(context, { entered, problems: {}, chosen: [] })
  },
  async submit(context, _visit, form) {
    const [content, span] = [readForm(taskForm, form), readForm(spanForm, form)]
    const chosen = entriesOf(form, 'predecessors')
    if (content.problems || span.problems) {
      const problems = { ...content.problems, ...span.problems }
      return { ...(await screen(context, { entered: content.entered, problems, chosen })), status: 422 }
    }
    const decisionId = content.entered['decisionId'] || undefined
    const homework = homeworkIn(content.entered)
    const task = { content: contentOf(content.values, chosen), span: span.values, decisionId, homework }
    const taskId = await addTask(context, task)
    return { seeOther: `${taskAddress(taskId)}?notice=added` }
  },
})

/** What a task may follow from: a decision, or the row of a hearing's record. */
const sources = ['decisionId', 'homeworkSheetId', 'homeworkRow'] as const

function homeworkIn(entered: Entered): HomeworkPlace | undefined {
  const sheetId = entered['homeworkSheetId']
  return sheetId ? { sheetId, row: Number(entered['homeworkRow']) } : undefined
}

type State = { entered: Entered; problems: Problems; chosen: readonly string[] }

async function screen(context: Context, { entered, problems, chosen }: State): Promise<Screen> {
  authorize(context, permissions, 'change-process')
  const { phases, tasks } = await getSchedule(context)
  const units = await listUnits(context)
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return {
    title: '作業・節目を加える',
    crumbs: [processCrumb],
    body: (
      <>
        <FormHead problems={problems} />
        <h1>作業・節目を加える</h1>
        {phases.length === 0 ? (
          <EmptyState title="先に段階をつくります。">
            <p>
              <a href="/staff/process/settings">設定</a>で、段階（例：基礎的調査）を加えてください。
            </p>
          </EmptyState>
        ) : (
          <form method="post" class="sb-form l-gap" aria-label="作業・節目を加える" action="#error-summary">
            {sources.map((name) => (
              <input key={name} type="hidden" name={name} value={entered[name] ?? ''} />
            ))}
            <TaskFields
              entered={entered}
              problems={problems}
              phases={phases}
              units={unitChoices(units, tokyoDay(context.now))}
              others={tasks}
              chosen={chosen}
            />
            <TextField
              {...field('start')}
              label="始まりの日"
              support="例：令和9年4月1日"
              width="short"
              required
            />
            <TextField {...field('end')} label="終わりの日" width="short" required />
            <div class="l-cluster">
              <button class="dads-button" type="submit">
                加える
              </button>
              <a href="/staff/process">やめる</a>
            </div>
          </form>
        )}
      </>
    ),
  }
}
