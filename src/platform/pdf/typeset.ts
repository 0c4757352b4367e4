import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Typeset, TypesetAnswer, TypesetJob, TypesetMessage } from './typesetting.ts'

type Settings = { program?: URL; restMilliseconds?: number; limitMilliseconds?: number }

/** Typesets to PDF/UA-1 in a process of its own; jobs wait for each other. Rejects when the templates are wrong. */
export const typeset = createTypesetter()

/**
 * A typesetter with a process of its own, which starts with the first job, ends after a rest without work so that its
 * memory is free again, and never keeps the program alive. A process that dies costs only its own job.
 */
export function createTypesetter(settings: Settings = {}): (job: TypesetJob) => Promise<Typeset> {
  const desk: Desk = { settings }
  let last: Promise<unknown> = Promise.resolve()
  return (job) => {
    const mine = last.then(() => perform(desk, job))
    last = mine.catch(() => undefined)
    return mine
  }
}

type Desk = { settings: Settings; setter?: ChildProcess | undefined; rest?: NodeJS.Timeout }

async function perform(desk: Desk, job: TypesetJob): Promise<Typeset> {
  const { restMilliseconds = 30_000, limitMilliseconds = 300_000 } = desk.settings
  clearTimeout(desk.rest)
  const setter = setterOf(desk)
  // Whoever only waits for a book must not be ended by an empty event loop.
  setter.ref()
  setter.channel?.ref()
  const limit = setTimeout(() => setter.kill('SIGKILL'), limitMilliseconds)
  try {
    const answer = await ask(setter, { ...job, templates: job.templates.href })
    if ('problem' in answer) throw new Error(`Typst: ${answer.problem}`)
    return answer.typeset
  } finally {
    clearTimeout(limit)
    setter.unref()
    setter.channel?.unref()
    desk.rest = setTimeout(() => sendHome(desk), restMilliseconds)
    desk.rest.unref()
  }
}

/** Forgets the process before it has ended, so that a job which comes meanwhile gets another one. */
function sendHome(desk: Desk) {
  const { setter } = desk
  desk.setter = undefined
  if (setter?.connected) setter.disconnect()
}

function setterOf(desk: Desk): ChildProcess {
  if (desk.setter) return desk.setter
  const program = desk.settings.program ?? new URL('./typst-process.ts', import.meta.url)
  // What the program was started with (JSX, a test runner) is of no use to a process of plain TypeScript.
  const setter = fork(fileURLToPath(program), { execArgv: [], serialization: 'advanced' })
  const forget = () => {
    if (desk.setter === setter) desk.setter = undefined
  }
  setter.on('error', forget)
  setter.on('exit', forget)
  desk.setter = setter
  return setter
}

function ask(setter: ChildProcess, message: TypesetMessage): Promise<TypesetAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<TypesetAnswer>()
  const answered = (answer: unknown) => resolve(answer as TypesetAnswer)
  const ended = () => reject(new Error('the typesetter ended before it was done'))
  setter.once('message', answered)
  setter.once('error', reject)
  setter.once('exit', ended)
  setter.send(message)
  return promise.finally(() => {
    setter.off('message', answered)
    setter.off('error', reject)
    setter.off('exit', ended)
  })
}
