import { parentPort, workerData } from 'node:worker_threads'
import type { JobRun } from './job-kind.ts'

/** Runs one piece of long work away from the event loop and says how far it is. */
const { module, input } = workerData as { module: string; input: string }
const { run } = (await import(module)) as { run: JobRun }
const result = await run(JSON.parse(input), (percent, step) => parentPort?.postMessage({ percent, step }))
parentPort?.postMessage({ result })
