type RequestLine = { at: string; request: string; method: string; route: string; status: number; ms: number }

/** The application log: JSON lines without names, addresses, queries or bodies. */
export type Log = {
  request: (line: RequestLine) => void
  /** Our own mistake, under the number the person was shown. */
  failure: (number: string, error: unknown) => void
}

/** JSON escapes every control character, so nobody can write a line of their own into the log. */
export function jsonLog(write: (line: string) => void): Log {
  return {
    request: (line) => write(JSON.stringify({ kind: 'request', ...line })),
    failure: (number, error) =>
      write(JSON.stringify({ kind: 'failure', request: number, ...traceOf(error) })),
  }
}

/** Writes the lines of one turn of the event loop at once: under load a write a line costs more than the answer. */
export function inOneWrite(write: (text: string) => void): (line: string) => void {
  let lines: string[] = []
  const flush = () => {
    const text = lines.join('')
    lines = []
    if (text) write(text)
  }
  process.on('exit', flush)
  return (line) => {
    if (lines.length === 0) setImmediate(flush)
    lines.push(`${line}\n`)
  }
}

/** Kind and place of an error. Messages may quote what a person wrote, so they stay out. */
function traceOf(error: unknown) {
  if (!(error instanceof Error)) return { error: typeof error }
  const at = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return { error: error.name, code, at: at.slice(0, 8).map((line) => line.trim()) }
}

/** Says nothing: tests, the command line and publication. */
export const silentLog: Log = { request: () => undefined, failure: () => undefined }
