import { signIn } from '#src/platform/auth/sign-in.ts'
import { tryOf } from '#src/platform/auth/tries.ts'
import { type Entered, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { PasswordField, ProblemSummary, TextField } from '#src/ui/field.tsx'
import { Banner } from '#src/ui/parts.tsx'
import { credentials } from '../core/account.ts'
import { placeAfter } from '../core/account-place.ts'
import { waitWords } from '../core/wait-words.ts'
import { hasAccounts } from '../store/account-queries.ts'
import { recordFailedSignIn, recordSignIn } from '../store/account-traces.ts'
import { deviceOf } from './parts/device-of.ts'
import { SignInFrame } from './sign-in-frame.tsx'

/** サインイン: one form, for whoever works on the plan. Afterwards to the page asked for (`?to=`). */
export const signInPage = page('/sign-in', {
  audience: 'anyone',
  async show(context, { url }) {
    if (context.actor.id !== 'public') return { seeOther: placeAfter(url.searchParams.get('to')) }
    if (!(await hasAccounts(context))) return beforeTheFirst()
    return screen({ note: noteFor(url) })
  },
  async submit(context, { auth, request, clientAddress, url }, form) {
    const read = readForm(credentials, form)
    const { entered } = read
    if (read.problems) return { ...screen({ entered, problems: read.problems }), status: 422 }
    const { email, password } = read.values
    const made = tryOf(auth, { request, clientAddress }, { email, guessed: 'password', now: context.now })
    const outcome = await signIn(auth, request, { password, made, device: deviceOf(request) })
    const place = placeAfter(url.searchParams.get('to'))
    if (outcome.kind === 'done') {
      await recordSignIn(context, outcome.accountId)
      return { seeOther: place, cookies: outcome.cookies }
    }
    if (outcome.kind === 'code') {
      return { seeOther: `/sign-in/code?to=${encodeURIComponent(place)}`, cookies: outcome.cookies }
    }
    if (outcome.kind === 'wait') {
      return { ...screen({ entered, problems: { password: waitWords(outcome.seconds) } }), status: 422 }
    }
    await recordFailedSignIn(context, email)
    const words = 'メールアドレスかパスワードが違います。もう一度、両方を確かめてください'
    return { ...screen({ entered, problems: { password: words } }), status: 422 }
  },
})

function noteFor(url: URL): string | undefined {
  if (url.searchParams.has('signed-out')) return 'ログアウトしました。'
  if (url.searchParams.has('late')) return '時間がたちました。はじめから、サインインしてください。'
  return url.searchParams.has('to') ? 'この先の画面には、サインインが要ります。' : undefined
}

type State = { entered?: Entered; problems?: Problems; note?: string | undefined }

const screen = ({ entered = {}, problems = {}, note }: State): Screen => ({
  title: 'サインイン',
  isInvented: false,
  body: (
    <SignInFrame
      title="サインイン"
      lead="計画づくりに携わる職員と委員の入口です。"
      aside={<Asides />}
      problems={<ProblemSummary problems={problems} />}
    >
      {note && <Banner title={note} />}
      <form method="post" class="l-flow-l">
        <TextField
          name="email"
          label="メールアドレス"
          value={entered['email']}
          problem={problems['email']}
          inputMode="email"
          autocomplete="username"
        />
        <PasswordField
          name="password"
          label="パスワード"
          problem={problems['password']}
          autocomplete="current-password"
        />
        <button class="dads-button dads-button--large" type="submit">
          サインイン
        </button>
      </form>
    </SignInFrame>
  ),
})

function Asides() {
  return (
    <>
      <div>
        <h2>計画を読むだけのとき</h2>
        <p>
          サインインは要りません。
          <a href="/">公開サイト</a>
          で、どなたでもお読みになれます。
        </p>
      </div>
      <div>
        <h2>パスワードを忘れたとき</h2>
        <p>システム管理の担当に、新しいリンクを頼んでください。リンクを開くと、決め直せます。</p>
      </div>
      <div>
        <h2>サインインの終わり</h2>
        <p>
          60分使わないと、または12時間たつと、自動で終わります。席を離れるときは、ログアウトしてください。
        </p>
      </div>
    </>
  )
}

const beforeTheFirst = (): Screen => ({
  title: 'サインイン',
  isInvented: false,
  body: (
    <SignInFrame title="まだアカウントがありません" lead="最初のアカウントを、これからつくります。">
      <p>
        この仕組みを動かした端末に、「はじめてのサインイン」のリンクが出ています。そのリンクを開いてください。
        見当たらないときは、動かし直すと、新しいリンクが出ます。
      </p>
    </SignInFrame>
  ),
})
