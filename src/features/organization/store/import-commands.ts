import { hashOf } from '#src/formats/canonical-json.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { command } from '#src/platform/command.ts'
import { Refusal } from '#src/platform/errors.ts'
import { type CsvFinding, type CsvReport, findingText } from '../core/csv-table.ts'
import { planPeopleImport } from '../core/people-import.ts'
import { permissions } from '../core/permissions.ts'
import { planUnitImport } from '../core/unit-import.ts'
import { replacePosts } from './people-commands.ts'
import { listPeople, listUnits } from './queries.ts'
import { inBatches, tables } from './tables.ts'

/** `seen`: what the person was shown by the rehearsal (`rehearsalHash`). When it no longer holds, nothing is done. */
type CsvImport = { text: string; seen?: string | undefined }

/** Stands for what a rehearsal has shown. */
export const rehearsalHash = (reports: readonly CsvReport[]) => hashOf(reports)

/** Takes in units from CSV, all or none: what a rehearsal by `planUnitImport` shows. */
export const importUnits = command(
  permissions,
  'import-units',
  async (context, { text, seen }: CsvImport) => {
    const known = await listUnits(context)
    const { units, reports, findings } = planUnitImport(text, known, tokyoDay(context.now))
    refuseUnlessAsSeen(findings, reports, seen)
    const last = Math.max(0, ...known.map(({ order }) => order))
    const ids = new Map(units.map(({ id, isNew }) => [id, isNew ? context.newId('ou') : id]))
    const rows = units.map(({ id, isNew, content }) => ({
      ...content,
      isNew,
      id: ids.get(id) ?? id,
      parentId: content.parentId && (ids.get(content.parentId) ?? content.parentId),
      validTo: content.validTo ?? null,
    }))
    const added = rows
      .filter(({ isNew }) => isNew)
      .map(({ isNew: _, ...row }, position) => ({
        ...row,
        order: last + position + 1,
        successors: '[]',
        revision: 1,
      }))
    await inBatches(added, (some) => tables(context).insertInto('organizationUnits').values(some).execute())
    for (const { isNew, id, ...columns } of rows) {
      if (isNew) continue
      await tables(context)
        .updateTable('organizationUnits')
        .set((row) => ({ ...columns, revision: row('revision', '+', 1) }))
        .where('id', '=', id)
        .execute()
    }
    context.trail.objects.push(...ids.values())
  },
)

/** 異動: takes in people with their posts from CSV, all or none: what a rehearsal by `planPeopleImport` shows. */
export const importPeople = command(
  permissions,
  'import-people',
  async (context, { text, seen }: CsvImport) => {
    const known = { people: await listPeople(context), units: await listUnits(context) }
    const { people, reports, findings } = planPeopleImport(text, known)
    refuseUnlessAsSeen(findings, reports, seen)
    const taken = people.map((person) => ({
      ...person,
      isNew: person.id === '',
      id: person.id || context.newId('pe'),
    }))
    const added = taken.filter(({ isNew }) => isNew)
    await inBatches(
      added.map(({ id, name, kana }) => ({ id, name, kana, revision: 1 })),
      (some) => tables(context).insertInto('people').values(some).execute(),
    )
    for (const { id, isNew, kana, posts } of taken) {
      if (!isNew) {
        await tables(context)
          .updateTable('people')
          .set((row) => ({ kana, revision: row('revision', '+', 1) }))
          .where('id', '=', id)
          .execute()
      }
      await replacePosts(context, id, posts)
    }
    context.trail.objects.push(...taken.map(({ id }) => id))
  },
)

function refuseUnlessAsSeen(
  findings: readonly CsvFinding[],
  reports: readonly CsvReport[],
  seen: string | undefined,
) {
  const [finding] = findings
  if (finding) throw new Refusal('conflict', findingText(finding))
  if (seen !== undefined && seen !== rehearsalHash(reports)) {
    throw new Refusal('stale', '内容を確かめたあとで、ほかの人が変更しました')
  }
}
