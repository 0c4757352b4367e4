// How many answers a second the web form takes on the embedded database, and whether every acknowledged one is on disk after a kill.
// Server and load share the machine's cores. `npm run bench -- survey-load`
import { fork } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { drawSample } from '#src/features/surveys/core/sample/draw-sample.ts'
import { sampleCells, sampleStrata } from '#src/features/surveys/sample/sample-answers.ts'
import { sampleQuestionnaire } from '#src/features/surveys/sample/sample-questionnaire.ts'
import { asNobody } from '#src/features/surveys/store/access.ts'
import { keepAnswerDraft } from '#src/features/surveys/store/commands/answers.ts'
import { drawInvitations } from '#src/features/surveys/store/commands/invitations.ts'
import { editQuestionnaire } from '#src/features/surveys/store/commands/questionnaires.ts'
import { addSurvey, openSurvey } from '#src/features/surveys/store/commands/surveys.ts'
import { getSurvey } from '#src/features/surveys/store/queries.ts'
import { newReceipt } from '#src/features/surveys/store/receipts.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { staffRoles } from '#src/lib/permissions.ts'
import { seededRandom } from '#src/lib/text/seeded-random.ts'
import type { Context } from '#src/platform/context.ts'
import { silentLog } from '#src/platform/log.ts'
import { readSecret } from '#src/platform/secret.ts'
import { readSettings } from '#src/platform/settings.ts'
import { openServer } from '#src/server.ts'
import { freePort } from '#test/town.ts'
import { aim } from './measure.ts'

type Ready = { surveyId: string; codes: string[] }

const people = Number(process.env['PEOPLE'] ?? 4000)
const wanted = 200
/** Residents do not all come from one place: of one address, however shared, so many posts a minute are taken. */
const addresses = Array.from({ length: 20 }, (_, at) => `127.0.0.${at + 1}`)

if (process.send) await serve()
else await load()

/** The server, with a survey of which everybody has filled in the form and not yet sent it. */
async function serve() {
  const { db, contextNow } = await openServer(readSettings(process.env), {
    log: silentLog,
    says: () => undefined,
    clock: () => new Date(),
  })
  const context: Context = { ...contextNow(), db, actor: { id: 'bench', roles: staffRoles } }
  const secret = readSecret(process.env['SHIRUBE_DATA_DIR'] ?? '')
  const day = (days: number) => tokyoDay(new Date(Date.now() + days * 86_400_000))
  const surveyId = await addSurvey(context, {
    title: '負荷を測る調査（架空）',
    introduction: '',
    universe: '',
    startsOn: day(-1),
    endsOn: day(30),
    designKind: 'stratified',
    strata: sampleStrata,
  })
  const measures = Array.from({ length: 20 }, (_, at) => ({
    id: `me_${String(at).padStart(10, '0')}`,
    title: `施策${at}`,
  }))
  const questionnaire = sampleQuestionnaire(measures)
  await editQuestionnaire(context, { surveyId, revision: 1, change: () => questionnaire })
  const { strata } = await getSurvey(context, surveyId)
  const persons = Array.from({ length: people }, (_, at) => ({
    number: String(at),
    stratum: (strata.cells[at % strata.cells.length]?.codes ?? []).join('・'),
  }))
  const draw = drawSample(persons, { sample: people, rule: 'equal', seed: '1' })
  const letters = await drawInvitations(context, { surveyId, secret, draw })
  await openSurvey(context, { surveyId })
  const random = seededRandom('load')
  const keepDraft = ({ code, stratum }: (typeof letters)[number]) => {
    const cells = sampleCells(random, stratum.split('・'), measures.length)
    const draft = { version: 1, cells, receipt: newReceipt(), once: newReceipt() }
    return keepAnswerDraft(asNobody(context), { surveyId, secret, code }, draft)
  }
  await Promise.all(letters.map(keepDraft))
  process.send?.({ surveyId, codes: letters.map(({ code }) => code) } satisfies Ready)
}

async function load() {
  const folder = mkdtempSync(join(tmpdir(), 'shirube-load-'))
  const port = await freePort()
  const server = fork(new URL(import.meta.url), {
    env: {
      ...process.env,
      SHIRUBE_DATA_DIR: folder,
      PORT: String(port),
      SHIRUBE_SHARED_ADDRESSES: addresses.join(),
    },
  })
  const { surveyId, codes } = await new Promise<Ready>((resolve) => server.once('message', resolve))
  const agent = new Agent({ keepAlive: true, maxSockets: 100 })
  const path = `/surveys/${surveyId}/answer/check`
  let turn = 0
  const send = (code: string) => {
    turn = (turn + 1) % addresses.length
    return sendOne({ agent, port, path, code, localAddress: addresses[turn] })
  }
  const before = processorTime(server.pid)
  const paced = await atRate(codes.slice(0, codes.length / 2), wanted, send)
  tell(`at ${wanted} submissions a second`, paced)
  const each = (processorTime(server.pid) - before) / paced.results.length
  console.log(
    `processor time of the server: ${each.toFixed(2)} ms a submission, so ${(1000 / each).toFixed(0)} a second on one free core`,
  )
  const began = performance.now()
  const burst = await Promise.all(codes.slice(codes.length / 2).map(send))
  const seconds = (performance.now() - began) / 1000
  const taken = burst.filter(({ isTaken }) => isTaken).length
  console.log(`all the others at once: ${(taken / seconds).toFixed(0)} submissions/s`)
  server.kill('SIGKILL')
  await new Promise((resolve) => server.once('exit', resolve))
  const acknowledged = paced.results.filter(({ isTaken }) => isTaken).length + taken
  const kept = keptOnDisk(folder, surveyId)
  console.log(
    `after SIGKILL: ${acknowledged} acknowledged, ${kept.rows} answers and ${kept.spent} spent codes on disk (${aim(kept.rows === acknowledged && kept.spent === acknowledged)})`,
  )
  rmSync(folder, { recursive: true, force: true })
  process.exit(paced.rate >= wanted * 0.99 && kept.rows === acknowledged ? 0 : 1)
}

/** Milliseconds a process has computed, from /proc: tells the cost also on a machine that is busy with other things. */
function processorTime(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

type Result = { isTaken: boolean; milliseconds: number }
type Sending = { agent: Agent; port: number; path: string; code: string; localAddress: string | undefined }

function sendOne({ agent, port, path, code, localAddress }: Sending): Promise<Result> {
  const began = performance.now()
  return new Promise((resolve) => {
    const done = (isTaken: boolean) => resolve({ isTaken, milliseconds: performance.now() - began })
    const body = 'receipt=&once='
    const headers = {
      cookie: `shirube_answer=${code}`,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': body.length,
      origin: `http://127.0.0.1:${port}`,
      'sec-fetch-site': 'same-origin',
    }
    const sent = request(
      { agent, port, path, host: '127.0.0.1', localAddress, method: 'POST', headers },
      (answer) => {
        answer.resume()
        answer.on('end', () =>
          done(answer.statusCode === 303 && /thanks\?receipt=\w/.test(answer.headers.location ?? '')),
        )
      },
    )
    sent.on('error', () => done(false))
    sent.end(body)
  })
}

/** Sends at a steady rate, whether the answers before have come back or not. */
async function atRate(codes: readonly string[], rate: number, send: (code: string) => Promise<Result>) {
  const began = performance.now()
  const waiting: Promise<Result>[] = []
  for (const [at, code] of codes.entries()) {
    const ahead = began + (at * 1000) / rate - performance.now()
    if (ahead > 1) await pause(ahead)
    waiting.push(send(code))
  }
  const results = await Promise.all(waiting)
  const seconds = (performance.now() - began) / 1000
  return { results, rate: results.filter(({ isTaken }) => isTaken).length / seconds }
}

function tell(name: string, { results, rate }: Awaited<ReturnType<typeof atRate>>) {
  const times = results.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? Number.NaN).toFixed(0)
  const refused = results.filter(({ isTaken }) => !isTaken).length
  console.log(
    `${name}: ${rate.toFixed(0)} taken a second, ${refused} refused, middle ${at(0.5)} ms, p99 ${at(0.99)} ms (aim ${wanted}: ${aim(rate >= wanted * 0.97 && refused === 0)})`,
  )
}

/** Answers in the inbox and those moved on, and codes that are spent, as the file has them. */
function keptOnDisk(folder: string, surveyId: string) {
  const file = new DatabaseSync(join(folder, 'shirube.sqlite'), { readOnly: true })
  const count = (sql: string) => Number(file.prepare(sql).get(surveyId)?.['count'] ?? 0)
  const waiting = count('select count(*) as count from survey_inbox where survey_id = ?')
  const moved = count('select count(*) as count from survey_answers where survey_id = ?')
  const spent = count(
    "select count(*) as count from survey_invitations where survey_id = ? and state = 'done'",
  )
  file.close()
  return { rows: waiting + moved, spent }
}
