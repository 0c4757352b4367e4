import { readdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { marksTable, type PurgeMark } from '../purges/purge-marks.ts'
import { ArchiveProblem, type Header } from './archive-lines.ts'
import { bodyOf, checkArchive, headOf } from './read-archive.ts'

/**
 * The marks of what was destroyed after an archive was written, from the newest whole archive that lies beside it. Marks are
 * never taken out, so the newest knows all that the others do.
 */
export async function laterMarks(path: string, { createdAt }: Header): Promise<PurgeMark[]> {
  const folder = dirname(resolve(path))
  const later: { file: string; createdAt: string }[] = []
  for (const name of await readdir(folder)) {
    const file = join(folder, name)
    if (!name.endsWith('.backup') || file === resolve(path)) continue
    const head = await orNothing(headOf(file))
    if (head && head.createdAt > createdAt) later.push({ file, createdAt: head.createdAt })
  }
  later.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
  for (const { file } of later) {
    const head = await orNothing(checkArchive(file))
    if (head) return marksIn(file, head)
  }
  return []
}

/** A damaged archive beside the one that is put back is passed over. */
async function orNothing(reading: Promise<Header>): Promise<Header | undefined> {
  return reading.catch((error) => {
    if (error instanceof ArchiveProblem) return undefined
    throw error
  })
}

async function marksIn(file: string, { tables }: Header): Promise<PurgeMark[]> {
  const columns = tables.find(({ name }) => name === marksTable)?.columns
  if (!columns) return []
  const [mark, purgedAt] = [columns.indexOf('mark'), columns.indexOf('purged_at')]
  const marks: PurgeMark[] = []
  for await (const line of bodyOf(file)) {
    if (!('table' in line) || line.table !== marksTable) continue
    for (const row of line.rows) marks.push({ mark: String(row[mark]), purgedAt: String(row[purgedAt]) })
  }
  return marks
}
