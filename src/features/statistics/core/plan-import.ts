import type { Item, Observation, ReadFile, Value } from './figures.ts'
import type { AreaRow, Cells } from './series.ts'

/** A file that was read, as rows of one area and time: small enough to hand between threads. */
export type PackedFile = {
  recognised: string
  notes: string[]
  items: Item[]
  areas: { code: string; name: string }[]
  rows: { areaCode: string; time: string; cells: Record<string, Value> }[]
}

/** Gathers the figures of a file by area and time. */
export function packFile({ recognised, notes, items, observations }: ReadFile): PackedFile {
  const rows = new Map<string, PackedFile['rows'][number]>()
  const areas = new Map<string, string>()
  for (const { areaCode, areaName, item, time, value } of observations satisfies Observation[]) {
    areas.set(areaCode, areaName)
    const key = `${areaCode} ${time}`
    const row = rows.get(key)
    if (row) row.cells[item] = value
    else rows.set(key, { areaCode, time, cells: { [item]: value } })
  }
  return {
    recognised,
    notes,
    items,
    areas: [...areas].map(([code, name]) => ({ code, name })),
    rows: [...rows.values()],
  }
}

/** A kept value that the file replaces. */
export type ValueChange = { areaCode: string; item: string; time: string; before: Value; after: Value }

/** What an import would do. `rows` are only those that change. */
export type ImportPlan = {
  added: number
  changed: number
  same: number
  changes: ValueChange[]
  rows: { areaCode: string; time: string; cells: Cells }[]
}

/** More changed values than this are told as a number. */
const mostShown = 200

/** Lays a file over what is kept: new values are added, other values replaced, nothing is taken away. */
export function planImport(
  kept: readonly Pick<AreaRow, 'areaCode' | 'time' | 'cells'>[],
  file: PackedFile,
  importNumber: number,
): ImportPlan {
  const known = new Map(kept.map((row) => [`${row.areaCode} ${row.time}`, row.cells]))
  const plan: ImportPlan = { added: 0, changed: 0, same: 0, changes: [], rows: [] }
  for (const { areaCode, time, cells } of file.rows) {
    const before = known.get(`${areaCode} ${time}`)
    const after: Cells = { ...before }
    let isChanged = false
    for (const [item, value] of Object.entries(cells)) {
      const old = before?.[item]
      if (old && old[0] === value) {
        plan.same += 1
        continue
      }
      isChanged = true
      after[item] = [value, importNumber]
      if (!old) plan.added += 1
      else {
        plan.changed += 1
        if (plan.changes.length < mostShown)
          plan.changes.push({ areaCode, item, time, before: old[0], after: value })
      }
    }
    if (isChanged) plan.rows.push({ areaCode, time, cells: after })
  }
  return plan
}
