import type { Context } from '../context.ts'
import type { Log } from '../log.ts'
import { openSealer } from '../sealing.ts'
import { letterOf, noteTry, type TakenMail, takeMail } from './outbox.ts'
import { type MailServer, type Sending, sendBySmtp } from './smtp.ts'

type Sender = { server: MailServer; folder: string; contextNow: () => Context; log: Log }

const pauseMilliseconds = 30_000

/** Sends what waits in the outbox, one mail after the other, for as long as the process runs. */
export function startMails(sender: Sender) {
  let isStopped = false
  let busy = Promise.resolve()
  const work = async (): Promise<void> => {
    if (isStopped) return
    const mail = await takeMail(sender.contextNow())
    if (!mail) return
    await noteTry(sender.contextNow(), mail, await send(sender, mail))
    return work()
  }
  const wake = () => {
    busy = busy.then(work).catch((error) => sender.log.failure('mail', error))
    return busy
  }
  const timer = setInterval(wake, pauseMilliseconds)
  timer.unref()
  return {
    wake,
    async stop() {
      isStopped = true
      clearInterval(timer)
      await busy
    },
  }
}

/** A mail that cannot be opened (another key) is given up, not tried for ever. */
async function send({ server, folder, log }: Sender, { id, subject, sealed }: TakenMail): Promise<Sending> {
  try {
    const letter = letterOf.parse(JSON.parse(openSealer(folder).open(id, sealed)))
    return await sendBySmtp(server, { ...letter, subject })
  } catch (error) {
    log.failure(id, error)
    return { isSent: false, isFinal: true, problem: 'unreadable' }
  }
}
