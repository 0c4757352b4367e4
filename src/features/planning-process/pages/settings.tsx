import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen, type SeeOther } from '#src/platform/page.ts'
import type { VersionRow } from '#src/ui/both-versions.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { type Move, moveStart } from '../core/move.ts'
import { permissions } from '../core/permissions.ts'
import { phaseForm, processForm, startForm } from '../core/task-form.ts'
import { addPhase, changeProcess, openProcess } from '../store/commands.ts'
import { moveProcessStart } from '../store/commands-moving.ts'
import { findSchedule, getSchedule } from '../store/queries.ts'
import { NoProcess, ProcessTabs, processCrumb } from './parts/process-tabs.tsx'
import { SettingsView } from './parts/settings-view.tsx'

const here = '/staff/process/settings'

/** 設定: name and words of the process, its phases, its start, and whether residents see it. */
export const settingsPage = page(here, {
  audience: 'staff',
  show: (context) => screen(context, {}),
  async submit(context, _visit, form) {
    const outcome = await submit(context, form)
    if ('seeOther' in outcome) return outcome
    const { status, ...state } = outcome
    return { ...(await screen(context, state)), status }
  },
})

type State = { entered?: Entered; problems?: Problems; rows?: readonly VersionRow[]; moves?: readonly Move[] }
type Back = State & { status: 200 | 409 | 422 }

async function submit(context: Context, form: FormData): Promise<SeeOther | Back> {
  const { process } = await getSchedule(context)
  const processId = process.id
  switch (enteredIn(form)['act']) {
    case 'open':
    case 'close':
      await openProcess(context, { processId, isOpen: form.get('act') === 'open' })
      return { seeOther: `${here}?notice=${form.get('act') === 'open' ? 'published' : 'withdrawn'}` }
    case 'phase': {
      const read = readForm(phaseForm, renamed(form))
      if (read.problems) {
        const { title, fiscalYear } = read.problems
        const problems = { ...(title && { phaseTitle: title }), ...(fiscalYear && { fiscalYear }) }
        return { status: 422, entered: enteredIn(form), problems }
      }
      await addPhase(context, { processId, ...read.values })
      return { seeOther: `${here}?notice=added` }
    }
    case 'preview-start':
    case 'move-start':
      return moveTheStart(context, form)
    default:
      return change(context, form)
  }
}

/** The name of a phase and of the process stand on one page: they go by different field names. */
function renamed(form: FormData): FormData {
  const own = new FormData()
  own.set('title', form.get('phaseTitle') ?? '')
  own.set('fiscalYear', form.get('fiscalYear') ?? '')
  return own
}

async function change(context: Context, form: FormData): Promise<SeeOther | Back> {
  const { process } = await getSchedule(context)
  const read = readForm(processForm, form)
  const { entered } = read
  if (read.problems) return { status: 422, entered, problems: read.problems }
  const revision = Number(entered['revision'])
  const given = { processId: process.id, revision, content: read.values }
  const outcome = await unlessStale(changeProcess(context, given))
  if (!outcome.isStale) return { seeOther: `${here}?notice=settings-saved` }
  const now = (await getSchedule(context)).process
  const rows = [
    { label: '工程の名前', saved: now.title, typed: entered['title'] ?? '' },
    { label: '説明', saved: now.lead, typed: entered['lead'] ?? '' },
    { label: 'お知らせの日', saved: now.reminderDays.join('、'), typed: entered['reminderDays'] ?? '' },
  ]
  return { status: 409, entered, rows }
}

async function moveTheStart(context: Context, form: FormData): Promise<SeeOther | Back> {
  const { process, tasks } = await getSchedule(context)
  const read = readForm(startForm, form)
  const { entered } = read
  if (read.problems) return { status: 422, entered, problems: read.problems }
  const { startsOn, reason } = read.values
  if (startsOn === process.startsOn)
    return { status: 422, entered, problems: { startsOn: '開始の日が変わっていません' } }
  if (entered['act'] === 'preview-start')
    return { status: 200, entered, moves: moveStart(tasks, process.startsOn, startsOn) }
  const revision = Number(entered['revision'])
  const move = { processId: process.id, revision, startsOn, reason }
  const outcome = await unlessStale(moveProcessStart(context, move))
  if (!outcome.isStale) return { seeOther: '/staff/process?notice=saved' }
  const now = (await getSchedule(context)).process
  return { status: 409, entered, rows: [{ label: '開始の日', saved: now.startsOn, typed: startsOn }] }
}

async function screen(context: Context, state: State): Promise<Screen> {
  const schedule = await findSchedule(context)
  if (!schedule) return { title: '工程の設定', body: <NoProcess actor={context.actor} /> }
  const { process } = schedule
  const entered = {
    title: process.title,
    lead: process.lead,
    startsOn: process.startsOn,
    reminderDays: process.reminderDays.join('、'),
    ...state.entered,
  }
  return {
    title: '工程の設定',
    crumbs: [processCrumb],
    body: (
      <>
        <FormHead problems={state.problems ?? {}} rows={state.rows} />
        <div class="sb-title">
          <h1>工程の設定</h1>
        </div>
        <ProcessTabs actor={context.actor} current={here} />
        <SettingsView
          schedule={schedule}
          entered={entered}
          problems={state.problems ?? {}}
          moves={state.moves}
          mayChange={mayDo(context.actor, permissions, 'change-process')}
          mayOpen={mayDo(context.actor, permissions, 'open-process')}
        />
      </>
    ),
  }
}
