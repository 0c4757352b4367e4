import { guardedRoles } from '#src/lib/permissions.ts'
import { qrCode } from '#src/lib/qr/qr-code.ts'
import type { Problems } from '#src/platform/form.ts'
import { PasswordField } from '#src/ui/field.tsx'
import type { Account } from '../core/account.ts'
import { rolesInWords } from '../core/account-roles.ts'
import { Warning } from './parts/warning.tsx'
import { CodeField } from './sign-in-code-view.tsx'

type StartProps = { account: Account; problems: Problems }

/** Off: what it is, who must have it, and the password once more. */
export function StartSetUp({ account, problems }: StartProps) {
  const guarded = account.roles.filter((role) => guardedRoles.includes(role))
  return (
    <div class="l-flow l-gap">
      <p>
        サインインのとき、パスワードに加えて、スマートフォンの認証アプリに出る6桁のコードを確かめます。パスワードが知られても、スマートフォンがなければサインインできません。
      </p>
      {guarded.length > 0 && (
        <Warning>
          {rolesInWords(guarded)}の役割をもつ人は、設定が要ります。設定するまで、その仕事はできません。
        </Warning>
      )}
      <p>
        認証アプリ（Google Authenticator、Microsoft
        Authenticatorなど）を、先にスマートフォンに入れてください。設定にも、毎日の使用にも、通信は要りません。
      </p>
      <form method="post" class="sb-form l-gap">
        <PasswordField
          name="current"
          label="いまのパスワード"
          problem={problems['current']}
          autocomplete="current-password"
          required
        />
        <button class="dads-button" type="submit" name="act" value="begin">
          設定を始める
        </button>
      </form>
    </div>
  )
}

type ConfirmProps = { words: string; address: string; problems: Problems }

/** Begun: the picture for the app, the same to type, and the field for the first code. */
export function ConfirmApp({ words, address, problems }: ConfirmProps) {
  return (
    <div class="l-flow l-gap">
      <ol class="sb-list l-flow">
        <li>
          認証アプリで「追加」を選び、次の二次元コードを読み取ってください。
          <QrPicture address={address} />
          <p class="sb-sub">
            読み取れないときは、「キーを入力」を選び、次の文字を入れてください（空白は要りません）。
          </p>
          <p>
            <code class="sb-break">{words}</code>
          </p>
        </li>
        <li>アプリに出た6桁のコードを、下に入力してください。</li>
      </ol>
      <form method="post" class="sb-form l-gap">
        <CodeField problem={problems['code']} />
        <button class="dads-button" type="submit" name="act" value="confirm">
          確かめて、設定を終える
        </button>
      </form>
      <p class="sb-sub">
        30分のあいだ、この画面に戻れます。コードを確かめるまでは、サインインのしかたは変わりません。
      </p>
    </div>
  )
}

/** Dark on white with its quiet zone, whatever the colours of the page. */
function QrPicture({ address }: { address: string }) {
  const { size, path } = qrCode(address)
  const whole = size + 8
  return (
    <svg
      class="sb-qr"
      viewBox={`-4 -4 ${whole} ${whole}`}
      role="img"
      aria-label="認証アプリで読み取る二次元コード"
    >
      <rect x="-4" y="-4" width={whole} height={whole} fill="#ffffff" />
      <path d={path} fill="#000000" shape-rendering="crispEdges" />
    </svg>
  )
}
