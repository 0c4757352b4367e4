import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { onEveryDatabase } from '#test/context.ts'
import { getFile, readBytes } from '../files.ts'
import { silentLog } from '../log.ts'
import { enqueueJob, findJob } from './jobs.ts'
import { requeueCutOff, startJobs } from './run-jobs.ts'

const kinds = [
  { kind: 'test', label: '試験', action: 'x', module: new URL('./test-work.ts', import.meta.url) },
]

onEveryDatabase((contextAs) => {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-jobs-'))
  const jobs = startJobs({ kinds, folder, contextNow: () => contextAs(), log: silentLog })
  afterAll(() => jobs.stop())

  async function finished(jobId: string) {
    jobs.wake()
    for (;;) {
      const job = await findJob(contextAs(), jobId)
      if (job?.state === 'done' || job?.state === 'failed') return job
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  test('long work runs in a thread of its own and leaves a file', async () => {
    const context = contextAs()
    const job = await finished(await enqueueJob(context, 'test', { words: '計画書' }))
    expect(job).toMatchObject({ state: 'done', percent: 100, remarks: ['知らせ'] })
    const file = await getFile(context, job.fileId ?? '')
    expect(file).toMatchObject({ name: '結果.txt', size: 9 })
    expect(new TextDecoder().decode(await readBytes(folder, file))).toBe('計画書')
  })

  test('work that fails says so, and the next one runs', async () => {
    const context = contextAs()
    const failing = await enqueueJob(context, 'test', { words: '', fails: true })
    const next = await enqueueJob(context, 'test', { words: 'つぎ' })
    expect(await finished(failing)).toMatchObject({ state: 'failed', fileId: null })
    expect(await finished(next)).toMatchObject({ state: 'done' })
  })

  test('work cut off by the end of the process waits again', async () => {
    // A queue that looks every two seconds must not find it first.
    await jobs.stop()
    const context = contextAs()
    const id = await enqueueJob(context, 'other', {})
    await context.db.updateTable('jobs').set({ state: 'running' }).where('id', '=', id).execute()
    await requeueCutOff(context)
    expect(await findJob(context, id)).toMatchObject({ state: 'waiting' })
  })
})
