import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Problems } from '#src/platform/form.ts'
import { ProblemSummary } from '#src/ui/field.tsx'
import { Section } from '#src/ui/parts.tsx'
import type { Account } from '../core/account.ts'
import type { SignedIn } from '../core/signed-in.ts'
import { momentWords } from './own-sessions-view.tsx'
import { OwnCode } from './parts/own-code.tsx'
import { Warning } from './parts/warning.tsx'

type Props = {
  account: Account
  sessions: readonly SignedIn[]
  isOwn: boolean
  now: Date
  problems: Problems
}

/** Where they sat and with what is theirs to see: here only how many, and when last. */
export function AccountSignIns({ account, sessions, isOwn, now, problems }: Props) {
  return (
    <>
      <ProblemSummary problems={problems} />
      <h1>{account.name}さんのサインイン</h1>
      <Section id="sessions" title="続いているサインイン">
        <Sessions sessions={sessions} isOwn={isOwn} now={now} />
      </Section>
      <Section id="two-steps" title="二段階認証">
        <TwoSteps account={account} isOwn={isOwn} problems={problems} />
      </Section>
    </>
  )
}

function Sessions({ sessions, isOwn, now }: Pick<Props, 'sessions' | 'isOwn' | 'now'>) {
  const [last] = sessions
  if (!last) return <p>いま、サインインしている機械はありません。</p>
  return (
    <div class="l-flow">
      <p>
        <b>{sessions.length}つ</b>の機械でサインインが続いています。最後に使われたのは、
        {momentWords(last.lastUsedAt, now)}です。
      </p>
      {isOwn ? (
        <p>
          <a href="/staff/account/sessions">自分のサインインの一覧</a>で、1つずつ終えられます。
        </p>
      ) : (
        <form method="post" class="l-flow">
          <p>機械をなくしたとき、ログアウトを忘れたときに終えます。本人は、またサインインできます。</p>
          <button class="dads-button" type="submit" name="act" value="end-sessions">
            すべてのサインインを終える
          </button>
        </form>
      )}
    </div>
  )
}

function TwoSteps({ account, isOwn, problems }: Pick<Props, 'account' | 'isOwn' | 'problems'>) {
  if (!account.twoStepsSince) return <p>設定していません。設定は、本人だけができます。</p>
  const since = <p>使っています（{eraDay(tokyoDay(new Date(account.twoStepsSince)))}から）。</p>
  if (isOwn) {
    return (
      <>
        {since}
        <p>
          <a href="/staff/account/second-factor">自分の二段階認証</a>の画面で、コードを入力してやめられます。
        </p>
      </>
    )
  }
  return (
    <div class="l-flow">
      {since}
      <p>
        スマートフォンも予備コードもなくした人のために、外すことができます。使用中のサインインは終わります。
      </p>
      <Warning>
        外すと、パスワードだけでサインインできるようになります。対面など、声だけに頼らない方法で、本人であることを確かめてください。
      </Warning>
      <form method="post" class="sb-form">
        <OwnCode name="code" label="あなたの確認コード" problem={problems['code']} />
        <button
          class="dads-button dads-button--secondary"
          type="submit"
          name="act"
          value="drop-second-factor"
        >
          二段階認証を外す
        </button>
      </form>
    </div>
  )
}
