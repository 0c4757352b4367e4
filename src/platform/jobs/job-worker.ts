import { parentPort, workerData } from 'node:worker_threads'
import type { JobResult, JobRun } from './job-kind.ts'

/** Runs one piece of long work away from the event loop and says how far it is. */
const { module, input } = workerData as { module: string; input: string }
const { run } = (await import(module)) as { run: JobRun }
const result = await run(JSON.parse(input), (percent, step) => parentPort?.postMessage({ percent, step }))
parentPort?.postMessage({ result }, handedOver(result))

/** The bytes of a file change hands instead of being copied, where nothing else lies in their memory. */
function handedOver(made: unknown): ArrayBuffer[] {
  const bytes = (made as JobResult | undefined)?.file?.bytes
  return bytes?.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
    ? [bytes.buffer]
    : []
}
