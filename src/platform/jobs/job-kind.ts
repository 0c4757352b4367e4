/** What long work leaves: a file, or only remarks. */
export type JobResult = {
  file?: { bytes: Uint8Array; name: string; contentType: string }
  remarks?: readonly string[]
}

/** Says how far the work is; 0–100. */
export type Progress = (percent: number, step: string) => void

/**
 * One kind of long work. `module` exports `run(input, progress)`, which gets plain JSON and runs in a worker thread:
 * it sees no database, so what it needs is in its input.
 */
export type JobKind = {
  kind: string
  label: string
  module: URL
  /** The action of the feature that one must be allowed to do to see the result. */
  action: string
}

export type JobRun = (input: unknown, progress: Progress) => Promise<JobResult>
