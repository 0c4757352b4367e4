import { command } from '#src/platform/command.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { type ClassLine, classesOfLines, classProblems } from '../../core/edit-classes.ts'
import { permissions } from '../../core/permissions.ts'
import { getClassList, listUsedClasses } from '../queries/classes.ts'
import { tables } from '../tables.ts'

/** Begins a list of one's own as a copy of another (対応区分の一覧). Returns its key. */
export const copyClassList = command(
  permissions,
  'edit-classes',
  async (context, { from, label }: { from: string; label: string }) => {
    const { classes } = await getClassList(context, from)
    const key = context.newId('cl')
    const [problem] = Object.values(classProblems({ label, classes }, [], new Set())).filter((one) =>
      one.includes('一覧の名前'),
    )
    if (problem) throw new Refusal('conflict', problem)
    await tables(context)
      .insertInto('commentClassLists')
      .values({ key, label, classes: JSON.stringify(classes), revision: 1 })
      .execute()
    return key
  },
)

type Change = { key: string; revision: number; label: string; lines: readonly ClassLine[] }

/** Renames, adds, orders and takes out classes. One that answers already have stays, with its disposition. */
export const changeClassList = command(
  permissions,
  'edit-classes',
  async (context, { key, revision, label, lines }: Change) => {
    const current = await getClassList(context, key)
    refuseIfStale(current, revision)
    const used = await listUsedClasses(context, key)
    const missing = current.classes.find(
      (one) => used.has(one.key) && !lines.some((line) => line.key === one.key),
    )
    if (missing) throw new Refusal('conflict', `「${missing.label}」は使っているので、除けません`)
    const [problem] = Object.values(classProblems({ label, classes: current.classes }, lines, used))
    if (problem) throw new Refusal('conflict', problem)
    const classes = JSON.stringify(classesOfLines(lines, () => context.newId('cl')))
    await tables(context)
      .insertInto('commentClassLists')
      .values({ key, label, classes, revision: revision + 1 })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet({ label, classes, revision: revision + 1 }),
      )
      .execute()
  },
)
