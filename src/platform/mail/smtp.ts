/** Where mails are handed in, and who they come from. */
export type MailServer = { url: string; from: string }

export type Letter = { to: string; subject: string; text: string }

export type Sending = { isSent: true } | { isSent: false; isFinal: boolean; problem: string }

const patience = 20_000

/**
 * Hands one mail to the city's mail server (SMTP). What it answers becomes a number or a word: the sentence of a server may
 * quote the address, so it is kept nowhere.
 */
export async function sendBySmtp({ url, from }: MailServer, { to, subject, text }: Letter): Promise<Sending> {
  const { createTransport } = await import('nodemailer')
  const way = createTransport({
    url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    const letter = { from, to: { name: '', address: to }, subject, text }
    await way.sendMail({ ...letter, textEncoding: 'base64' })
    return { isSent: true }
  } catch (error) {
    return { isSent: false, ...reasonOf(error) }
  } finally {
    way.close()
  }
}

/** 5xx is a refusal for good (RFC 5321 4.2.1); all else may be better later. */
function reasonOf(error: unknown): { isFinal: boolean; problem: string } {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown }
  if (typeof responseCode === 'number') {
    return { isFinal: responseCode >= 500 && code !== 'EAUTH', problem: String(responseCode) }
  }
  return { isFinal: false, problem: typeof code === 'string' ? code : 'unknown' }
}
