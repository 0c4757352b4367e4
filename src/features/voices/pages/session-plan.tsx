import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { ProblemSummary, SelectField, TextField } from '#src/ui/field.tsx'
import { Banner, Section } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { type SessionTable, type Step, stepKindLabels } from '../core/session.ts'
import { stepForm, tableForm } from '../core/session-forms.ts'
import { addStep, addTable, changeStep, moveStep, removeStep, removeTable } from '../store/commands/steps.ts'
import { getSession, listSessionTables, listSteps } from '../store/queries/sessions.ts'
import { choicesOf } from './parts/session-fields.tsx'
import { sessionCrumb, sessionsCrumb } from './parts/session-parts.tsx'
import { PlanTable } from './parts/time-plan-view.tsx'

/** 進行とテーブル: rounds and questions with their minutes, and the tables with who hosts them. */
export const sessionPlanPage = page('/staff/sessions/:sessionId/plan', {
  audience: 'staff',
  show: (context, { params, url }) => screen(context, params.sessionId, { edit: editIn(url) }),
  async submit(context, { params: { sessionId }, url }, form) {
    authorize(context, permissions, 'edit-sessions')
    const entered = enteredIn(form)
    const { act, stepId = '', tableId = '' } = entered
    const done = { seeOther: `/staff/sessions/${sessionId}/plan?notice=saved` }
    if (act === 'up' || act === 'down') {
      await moveStep(context, { sessionId, stepId, by: act === 'up' ? -1 : 1 })
      return done
    }
    if (act === 'remove-step') await removeStep(context, { sessionId, stepId })
    if (act === 'remove-table') await removeTable(context, { sessionId, tableId })
    if (act === 'remove-step' || act === 'remove-table') return done
    if (act === 'add-table') {
      const table = readForm(tableForm, form)
      if (table.problems)
        return {
          ...(await screen(context, sessionId, { problems: table.problems, entered, isTable: true })),
          status: 422,
        }
      await addTable(context, { sessionId, ...table.values })
      return done
    }
    const read = readForm(stepForm, form)
    const edit = editIn(url)
    if (read.problems)
      return {
        ...(await screen(context, sessionId, { problems: read.problems, entered, edit })),
        status: 422,
      }
    if (act !== 'change') await addStep(context, { sessionId, content: read.values })
    else {
      const change = { sessionId, stepId, revision: Number(entered['revision']), content: read.values }
      const outcome = await unlessStale(changeStep(context, change))
      if (outcome.isStale)
        return { ...(await screen(context, sessionId, { entered, edit, isStale: true })), status: 409 }
    }
    return done
  },
})

type State = { entered?: Entered; problems?: Problems; edit?: string; isTable?: boolean; isStale?: boolean }

const editIn = (url: URL) => url.searchParams.get('edit') ?? ''

async function screen(context: Context, sessionId: string, state: State): Promise<Screen> {
  authorize(context, permissions, 'edit-sessions')
  const session = await getSession(context, sessionId)
  const [steps, tables] = await Promise.all([
    listSteps(context, sessionId),
    listSessionTables(context, sessionId),
  ])
  return {
    title: '進行とテーブル',
    crumbs: [sessionsCrumb, sessionCrumb(session)],
    body: (
      <>
        <ProblemSummary problems={state.problems ?? {}} />
        {state.isStale && (
          <Banner tone="warn" title="ほかの人が先に保存しました。あなたの入力は消えていません。" />
        )}
        <h1>進行とテーブル</h1>
        <PlanTable steps={steps} session={session} />
        <Section id="steps" title="進行を直す">
          <ol class="sb-rows">
            {steps.map((step) => (
              <StepLine key={step.id} step={step} here={`/staff/sessions/${sessionId}/plan`} />
            ))}
          </ol>
        </Section>
        <StepForm step={steps.find(({ id }) => id === state.edit)} state={state} />
        {session.kind === 'world-cafe' && <Tables tables={tables} state={state} />}
      </>
    ),
  }
}

function StepLine({ step, here }: { step: Step; here: string }) {
  const named = <span class="vh">：{step.text}</span>
  const small = 'dads-button dads-button--quiet dads-button--small'
  return (
    <li>
      <p class="sb-rows__when">{stepKindLabels[step.kind]}</p>
      <form method="post" class="l-cluster">
        <input type="hidden" name="stepId" value={step.id} />
        <span>
          {step.text}（{step.minutes}分）
        </span>
        <a class={small} href={`${here}?edit=${step.id}#edit`}>
          直す{named}
        </a>
        <button class={small} name="act" value="up" type="submit">
          上へ{named}
        </button>
        <button class={small} name="act" value="down" type="submit">
          下へ{named}
        </button>
        <button class={small} name="act" value="remove-step" type="submit">
          消す{named}
        </button>
      </form>
    </li>
  )
}

/** One form: for the step that is corrected, or for a new one. */
function StepForm({ step, state }: { step: Step | undefined; state: State }) {
  const start: Entered = step
    ? { kind: step.kind, text: step.text, minutes: String(step.minutes), hint: step.hint }
    : { kind: 'question', minutes: '15' }
  const values = state.isTable ? start : (state.entered ?? start)
  const problems = state.isTable ? {} : (state.problems ?? {})
  const field = (name: string) => ({ name, value: values[name] ?? '', problem: problems[name] })
  return (
    <Section id="edit" title={step ? `「${step.text}」を直す` : '進行に加える'}>
      <form method="post" class="sb-form">
        {step && <input type="hidden" name="stepId" value={step.id} />}
        {step && <input type="hidden" name="revision" value={step.revision} />}
        <SelectField {...field('kind')} label="種類" choices={choicesOf(stepKindLabels)} width="mid" />
        <TextField {...field('text')} label="問い・すること" required />
        <TextField {...field('minutes')} label="時間（分）" inputMode="numeric" width="short" />
        <TextField {...field('hint')} label="進め方・補いの問い" optional />
        <button
          class="dads-button dads-button--secondary"
          name="act"
          value={step ? 'change' : 'add'}
          type="submit"
        >
          {step ? '保存する' : '加える'}
        </button>
      </form>
    </Section>
  )
}

function Tables({ tables, state }: { tables: readonly SessionTable[]; state: State }) {
  const isOpen = state.isTable === true
  const field = (name: string) => ({
    name,
    value: isOpen ? (state.entered?.[name] ?? '') : '',
    problem: isOpen ? state.problems?.[name] : undefined,
  })
  return (
    <Section id="tables" title={`テーブル（${tables.length}卓）`}>
      <ul class="sb-rows">
        {tables.map(({ id, number, name, host }) => (
          <li key={id}>
            <p class="sb-rows__when">
              <b>{number}</b>
            </p>
            <form method="post" class="l-cluster">
              <input type="hidden" name="tableId" value={id} />
              <span>{[name, host && `進行：${host}`].filter(Boolean).join('　') || '名前なし'}</span>
              <button
                class="dads-button dads-button--quiet dads-button--small"
                name="act"
                value="remove-table"
                type="submit"
              >
                消す<span class="vh">：テーブル{number}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" class="sb-form">
        <TextField
          {...field('name')}
          label="テーブルの名前"
          support="例：子育て世代の席"
          width="mid"
          optional
        />
        <TextField
          {...field('host')}
          label="進行役"
          support="例：企画政策課。参加した人の氏名は書きません"
          width="mid"
          optional
        />
        <button class="dads-button dads-button--secondary" name="act" value="add-table" type="submit">
          テーブルを加える
        </button>
      </form>
    </Section>
  )
}
