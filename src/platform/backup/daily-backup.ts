import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { root } from '../assets.ts'
import type { Log } from '../log.ts'
import { archiveName, outdatedArchives } from './kept-archives.ts'

type Daily = {
  folder: string
  /** From this hour of the day in Asia/Tokyo, 0–23. */
  hour: number
  clock: () => Date
  log: Log
  /** Writes one archive; `shirube backup` in a process of its own unless told. */
  write?: (out: string) => Promise<void>
}

const pauseMilliseconds = 60_000
const afterFailureMilliseconds = 60 * 60_000

/** Writes one archive a day as long as the process runs. What failed is logged and tried again an hour later. */
export function startDailyBackup(daily: Daily) {
  let waitUntil = 0
  let busy = Promise.resolve()
  const look = () => {
    busy = busy.then(async () => {
      if (daily.clock().getTime() < waitUntil) return
      await backUpToday(daily).catch((error) => {
        waitUntil = daily.clock().getTime() + afterFailureMilliseconds
        daily.log.failure('backup', error)
      })
    })
    return busy
  }
  const timer = setInterval(look, pauseMilliseconds)
  timer.unref()
  return { look, stop: () => clearInterval(timer) }
}

async function backUpToday({ folder, hour, clock, write = inOwnProcess }: Daily) {
  const now = clock()
  const hourInTokyo = (now.getUTCHours() + 9) % 24
  const out = join(folder, archiveName(tokyoDay(now)))
  if (hourInTokyo < hour || existsSync(out)) return
  await mkdir(folder, { recursive: true })
  await write(out)
  for (const name of outdatedArchives(await readdir(folder))) await rm(join(folder, name))
}

/** Packing takes a processor for a while: the server goes on answering meanwhile. */
function inOwnProcess(out: string): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'bin/shirube.js'), 'backup', '--out', out], {
    stdio: 'ignore',
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`backup ended with ${code}`))))
  })
}
