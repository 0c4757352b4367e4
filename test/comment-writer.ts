// Sends comments to the embedded database of a folder as the web form does, a process of its own: each receipt
// number is said as soon as it was given, and at the end the milliseconds of the processor. Arguments: folder, case,
// how many, how many at once, name of the round.
import { join } from 'node:path'
import { features } from '#src/features/index.ts'
import { submitComment } from '#src/features/public-comment/store/commands/cases.ts'
import { publicActor } from '#src/platform/context.ts'
import { openSqlite } from '#src/platform/database/sqlite.ts'
import { newId } from '#src/platform/ids.ts'
import { openSealer } from '#src/platform/sealing.ts'

const [folder = '', caseId = '', count = '0', writers = '1', round = ''] = process.argv.slice(2)
if (features.length === 0) throw new Error('no features')
const db = openSqlite(join(folder, 'shirube.sqlite'))
const sealer = openSealer(folder)
const most = Number(count)
let sent = 0

async function write() {
  while (sent < most) {
    const number = sent++
    const context = { db, actor: publicActor, now: new Date(), newId, source: 'test' }
    const { receiptNumber } = await submitComment(context, {
      caseId,
      submissionId: newId('su'),
      words: {
        text: `${round}の${number}件目のご意見です。バスの便を増やしてください。`,
        about: '',
        quote: '',
        district: '',
        ageBand: '',
        consent: 'public',
      },
      person: { name: '見本 花子', address: '小絹1番地', reach: '' },
      sealer,
      heldReason: '',
    })
    process.stdout.write(`${receiptNumber}\n`)
  }
}

const before = process.cpuUsage()
await Promise.all(Array.from({ length: Number(writers) }, write))
const { user, system } = process.cpuUsage(before)
process.stdout.write(`# ${(user + system) / 1000}\n`)
await db.destroy()
