import type { Context } from '../context.ts'
import { inTransaction } from '../database/transaction.ts'
import { keepBytes, registerFile } from '../files.ts'
import type { Log } from '../log.ts'
import type { JobKind, JobResult } from './job-kind.ts'
import { type Running, runInWorker } from './run-in-worker.ts'

type Runner = {
  kinds: readonly JobKind[]
  folder: string
  contextNow: () => Context
  log: Log
}

/** The work at hand, and whether the process is about to end. */
type Hold = { running?: Running<JobResult> | undefined; isStopped: boolean }

type Claimed = { id: string; kind: string; input: string }

/** The queue of this process. `wake` looks for waiting work; `stop` ends it, work that was running waits again. */
export function startJobs(runner: Runner) {
  const hold: Hold = { isStopped: false }
  let busy: Promise<void> = Promise.resolve()
  const work = async (): Promise<void> => {
    if (hold.isStopped) return
    const job = await claim(runner)
    if (!job) return
    await perform(runner, job, hold)
    hold.running = undefined
    return work()
  }
  const wake = () => {
    busy = busy.then(work).catch((error) => runner.log.failure('job', error))
  }
  const timer = setInterval(wake, 2000)
  timer.unref()
  return {
    wake,
    async stop() {
      hold.isStopped = true
      clearInterval(timer)
      await hold.running?.stop()
      await busy
    },
  }
}

/** At start: work that was cut off by the end of the process waits again. */
export async function requeueCutOff(context: Context) {
  await context.db
    .updateTable('jobs')
    .set({ state: 'waiting', percent: 0, step: '順番を待っています', startedAt: null })
    .where('state', '=', 'running')
    .execute()
}

/** Takes the oldest waiting work, once: two processes never take the same. */
function claim({ contextNow, kinds }: Runner): Promise<Claimed | undefined> {
  if (kinds.length === 0) return Promise.resolve(undefined)
  return inTransaction(contextNow(), async (context) => {
    const job = await context.db
      .selectFrom('jobs')
      .select(['id', 'kind', 'input'])
      .where('state', '=', 'waiting')
      .orderBy('createdAt')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
    if (!job) return undefined
    await context.db
      .updateTable('jobs')
      .set({ state: 'running', startedAt: context.now.toISOString(), step: '始めています' })
      .where('id', '=', job['id'])
      .execute()
    return job as Claimed
  })
}

/** Does one piece of work. Cut off by the end of the process it stays `running`, and waits again at the next start. */
async function perform(runner: Runner, job: Claimed, hold: Hold) {
  const kind = runner.kinds.find((one) => one.kind === job.kind)
  try {
    if (!kind) throw new Error(`no such kind of work: ${job.kind}`)
    const result = await inWorker(runner, { job, kind, hold })
    await finish(runner, job, result)
  } catch (error) {
    if (hold.isStopped) return
    runner.log.failure(job.id, error)
    await mark(runner, job, {
      state: 'failed',
      input: '{}',
      step: '途中で止まりました。もう一度お試しください',
    })
  }
}

type Assignment = { job: Claimed; kind: JobKind; hold: Hold }

async function inWorker(runner: Runner, { job, kind, hold }: Assignment): Promise<JobResult> {
  let writing: Promise<unknown> = Promise.resolve()
  const running = runInWorker(kind.module, job.input, (percent, step) => {
    writing = writing.then(() => mark(runner, job, { percent, step }))
  })
  hold.running = running
  const result = await running.result
  await writing
  return result
}

async function finish(runner: Runner, job: Claimed, { file, remarks = [] }: JobResult) {
  const sha256 = file && (await keepBytes(runner.folder, file.bytes))
  await inTransaction(runner.contextNow(), async (context) => {
    const fileId = file && sha256 ? await registerFile(context, { ...file, sha256 }) : null
    await context.db
      .updateTable('jobs')
      .set({
        state: 'done',
        // What it was made of may hold words of people, and is needed no longer.
        input: '{}',
        percent: 100,
        step: 'できました',
        remarks: JSON.stringify(remarks),
        fileId,
        finishedAt: context.now.toISOString(),
      })
      .where('id', '=', job.id)
      .execute()
  })
}

type Change = { state?: 'failed'; input?: '{}'; percent?: number; step: string }

function mark(runner: Runner, job: Claimed, change: Change) {
  const { db, now } = runner.contextNow()
  const finishedAt = change.state === 'failed' ? { finishedAt: now.toISOString() } : {}
  return db
    .updateTable('jobs')
    .set({ ...change, ...finishedAt })
    .where('id', '=', job.id)
    .execute()
}
