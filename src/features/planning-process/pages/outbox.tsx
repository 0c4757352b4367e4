import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { listMails, type Mail, type MailState, mailStateLabels, readMail } from '#src/platform/mail/outbox.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { openSealer } from '#src/platform/sealing.ts'
import {
  AboutScreen,
  Badge,
  type BadgeTone,
  Banner,
  EmptyState,
  NoValue,
  ScrollFrame,
  Section,
} from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { resendMail, sendTestMail } from '../store/commands-mail.ts'
import { ProcessTabs, processCrumb } from './parts/process-tabs.tsx'

const here = '/staff/process/outbox'

/** メール: what was sent, what waits and what could not be sent; from here it is sent again. */
export const outboxPage = page(here, {
  audience: 'staff',
  show: (context, { hasMailServer }) => screen(context, hasMailServer),
  async submit(context, { site, folder, wakeMails }, form) {
    if (form.get('act') === 'test') await sendTestMail(context, { site, sealer: openSealer(folder) })
    else await resendMail(context, { mailId: String(form.get('mailId') ?? '') })
    wakeMails()
    return { seeOther: `${here}?notice=queued` }
  },
})

async function screen(context: Context, hasMailServer: boolean): Promise<Screen> {
  authorize(context, permissions, 'read-outbox')
  const mails = await listMails(context)
  const mayResend = mayDo(context.actor, permissions, 'resend-mail')
  return {
    title: 'メール',
    crumbs: [processCrumb],
    body: (
      <>
        <div class="sb-title">
          <h1>メール</h1>
        </div>
        <ProcessTabs actor={context.actor} current={here} />
        <div class="l-gap l-flow">
          {!hasMailServer && (
            <Banner tone="warn" title="メールサーバーが設定されていません。メールは送られません。">
              <p>
                期限のお知らせは、下の一覧と「わたしの作業」で確かめられます。送るには、システム管理が
                SHIRUBE_SMTP_URL と SHIRUBE_MAIL_FROM を設定します。
              </p>
            </Banner>
          )}
          {mails.length === 0 ? (
            <EmptyState title="まだメールはありません。">
              <p>期限が近づくと、毎朝8時に、担当課あてのお知らせがここに並びます。</p>
            </EmptyState>
          ) : (
            <MailTable mails={mails} mayResend={mayResend} hasMailServer={hasMailServer} />
          )}
          {mayResend && (
            <form method="post">
              <button class="dads-button dads-button--secondary" type="submit" name="act" value="test">
                試しに自分へ送る
              </button>
            </form>
          )}
        </div>
        <AboutScreen>
          <p>
            お知らせは、期限の前と後の決まった日（「設定」で変えられます）に、担当課の人へ、1人1日1通だけ送ります。
            あて先のアドレスは封をして保管し、この画面にも記録にも出しません。90日たつと消えます。
          </p>
        </AboutScreen>
      </>
    ),
  }
}

const tones: Record<MailState, BadgeTone> = {
  waiting: 'info',
  sending: 'info',
  sent: 'ok',
  failed: 'error',
  expired: 'quiet',
}

type TableProps = { mails: readonly Mail[]; mayResend: boolean; hasMailServer: boolean }

function MailTable({ mails, mayResend, hasMailServer }: TableProps) {
  return (
    <ScrollFrame label="メールの一覧">
      <table class="dads-table dads-table--cards">
        <caption>メール（新しい順に{mails.length}通まで）</caption>
        <thead>
          <tr>
            <th scope="col">件名</th>
            <th scope="col">あて先</th>
            <th scope="col">つくった日時</th>
            <th scope="col">状態</th>
            {mayResend && <th scope="col">操作</th>}
          </tr>
        </thead>
        <tbody>
          {mails.map((mail) => (
            <tr key={mail.id}>
              <th scope="row">
                <a href={`${here}/${mail.id}`}>{mail.subject}</a>
              </th>
              <td data-label="あて先">{mail.recipient}</td>
              <td data-label="つくった日時">{timeWords(mail.createdAt)}</td>
              <td data-label="状態">
                <MailBadge mail={mail} hasMailServer={hasMailServer} />
              </td>
              {mayResend && (
                <td data-label="操作">
                  {mail.isKept && mail.state !== 'waiting' && mail.state !== 'sending' ? (
                    <ResendForm mail={mail} />
                  ) : (
                    <NoValue words="なし" />
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

function ResendForm({ mail: { id, subject, state } }: { mail: Mail }) {
  return (
    <form method="post" action={here}>
      <input type="hidden" name="mailId" value={id} />
      <button class="dads-button dads-button--secondary dads-button--small" type="submit">
        {state === 'sent' ? 'もう一度送る' : '送り直す'}
        <span class="vh">（{subject}）</span>
      </button>
    </form>
  )
}

function MailBadge({
  mail: { state, tries, problem, sentAt },
  hasMailServer,
}: {
  mail: Mail
  hasMailServer: boolean
}) {
  const isHeld = state === 'waiting' && !hasMailServer
  return (
    <span>
      <Badge tone={isHeld ? 'warn' : tones[state]}>
        {isHeld ? 'サーバーがなく送れません' : mailStateLabels[state]}
      </Badge>
      {sentAt && <span class="sb-sub">　{timeWords(sentAt)}</span>}
      {problem && (
        <span class="sb-sub">
          {'　'}
          {tries}回試しました（{problemWords(problem)}）
        </span>
      )}
    </span>
  )
}

/** What an answer of the server means for an official. */
function problemWords(problem: string): string {
  if (/^5/.test(problem)) return `あて先がないか、サーバーが断りました。番号${problem}`
  if (/^4/.test(problem)) return `サーバーがいまは受け取れません。番号${problem}`
  if (problem === 'EAUTH') return 'メールサーバーの利用者名かパスワードが違います'
  if (problem === 'unreadable') return '鍵が変わったため、開けません'
  return `メールサーバーにつながりません。${problem}`
}

/** 令和9年2月1日 8時05分 */
function timeWords(at: string): string {
  const instant = new Date(at)
  const [hour, minute] = [(instant.getUTCHours() + 9) % 24, instant.getUTCMinutes()]
  return `${eraDay(tokyoDay(instant))} ${hour}時${String(minute).padStart(2, '0')}分`
}

/** One mail with its text, without its address. */
export const mailPage = page('/staff/process/outbox/:mailId', {
  audience: 'staff',
  async show(context, { params, folder, hasMailServer }) {
    authorize(context, permissions, 'read-outbox')
    const mail = await readMail(context, openSealer(folder), params.mailId)
    return {
      title: mail.subject,
      crumbs: [processCrumb, { label: 'メール', href: here }],
      body: (
        <>
          <div class="sb-title">
            <h1>{mail.subject}</h1>
          </div>
          <p>
            {mail.recipient}あて{'　'}
            <MailBadge mail={mail} hasMailServer={hasMailServer} />
          </p>
          <Section id="text" title="本文">
            <p class="sb-prewrap">{mail.text || '一度だけ使うコードのため、本文は残していません。'}</p>
          </Section>
        </>
      ),
    }
  },
})
