import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, entriesOf, type Problems } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { type ClassLine, classProblems } from '../core/edit-classes.ts'
import { permissions } from '../core/permissions.ts'
import { changeClassList, copyClassList } from '../store/commands/classes.ts'
import { getClassList, listClassLists, listUsedClasses } from '../store/queries/classes.ts'
import { casesCrumb } from './parts/case-tabs.tsx'
import { ClassListForm, ClassListsView } from './parts/classes-view.tsx'

const classesCrumb = { label: '対応区分の一覧', href: '/staff/comments/classes' }

/** 対応区分の一覧: the lists a case may answer with, and the way to one of the city's own. */
export const classListsPage = page('/staff/comments/classes', {
  audience: 'staff',
  show: (context) => listScreen(context, {}, {}),
  async submit(context, _visit, form) {
    authorize(context, permissions, 'edit-classes')
    const entered = enteredIn(form)
    const label = (entered['label'] ?? '').trim()
    if (label === '' || label.length > 60)
      return {
        ...(await listScreen(context, entered, { label: '一覧の名前を、60字までで書いてください' })),
        status: 422,
      }
    const key = await copyClassList(context, { from: entered['from'] ?? '', label })
    return { seeOther: `/staff/comments/classes/${key}?notice=added` }
  },
})

async function listScreen(context: Context, entered: Entered, problems: Problems): Promise<Screen> {
  authorize(context, permissions, 'edit-classes')
  const lists = await listClassLists(context)
  return {
    title: '対応区分の一覧',
    crumbs: [casesCrumb],
    body: <ClassListsView lists={lists} entered={entered} problems={problems} />,
  }
}

/** 1つの一覧: names, order, what each class stands for; one in use can be renamed, not taken out. */
export const classListPage = page('/staff/comments/classes/:key', {
  audience: 'staff',
  show: (context, { params }) => formScreen(context, params.key, {}),
  async submit(context, { params: { key } }, form) {
    authorize(context, permissions, 'edit-classes')
    const list = await getClassList(context, key)
    const entered = enteredIn(form)
    const label = (entered['label'] ?? '').trim()
    const lines = linesIn(form)
    const used = await listUsedClasses(context, key)
    const problems = classProblems({ label, classes: list.classes }, lines, used)
    if (Object.keys(problems).length > 0)
      return { ...(await formScreen(context, key, { label, lines, problems })), status: 422 }
    const revision = Number(entered['revision'])
    const outcome = await unlessStale(changeClassList(context, { key, revision, label, lines }))
    if (outcome.isStale)
      return { ...(await formScreen(context, key, { label, lines, isStale: true })), status: 409 }
    return { seeOther: `/staff/comments/classes/${key}?notice=saved` }
  },
})

/** The lines of the form, as far as they go. */
function linesIn(form: FormData): ClassLine[] {
  const [labels, dispositions, orders, keys] = ['class', 'disposition', 'order', 'key'].map((name) =>
    entriesOf(form, name),
  )
  return (labels ?? []).slice(0, 40).map((label, at) => ({
    key: keys?.[at] ?? '',
    label: label.trim(),
    disposition: dispositions?.[at] ?? '',
    order: (orders?.[at] ?? '').normalize('NFKC').trim(),
  }))
}

type FormState = { label?: string; lines?: readonly ClassLine[]; problems?: Problems; isStale?: boolean }

async function formScreen(context: Context, key: string, state: FormState): Promise<Screen> {
  authorize(context, permissions, 'edit-classes')
  const list = await getClassList(context, key)
  return {
    title: list.label,
    crumbs: [casesCrumb, classesCrumb],
    body: (
      <ClassListForm
        list={list}
        used={await listUsedClasses(context, key)}
        label={state.label ?? list.label}
        lines={state.lines ?? linesOf(list.classes)}
        problems={state.problems ?? {}}
        isStale={state.isStale ?? false}
      />
    ),
  }
}

const emptyLine: ClassLine = { key: '', label: '', disposition: '', order: '' }

const linesOf = (classes: readonly { key: string; label: string; disposition: string }[]): ClassLine[] => [
  ...classes.map((one, at) => ({ ...one, order: String(at + 1) })),
  emptyLine,
  emptyLine,
  emptyLine,
]
