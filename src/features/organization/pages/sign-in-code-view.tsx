import type { Problems } from '#src/platform/form.ts'
import { ProblemSummary, TextField } from '#src/ui/field.tsx'
import { Disclosure } from '#src/ui/parts.tsx'
import { SignInFrame } from './sign-in-frame.tsx'

/** Two ways through the second step: the app's code first, a recovery code for whoever is without the phone. */
export function CodeForms({ problems }: { problems: Problems }) {
  return (
    <SignInFrame
      title="確認コードを入力する"
      lead="パスワードは合っています。続けて、認証アプリに出ているコードを入力してください。"
      problems={<ProblemSummary problems={problems} />}
      aside={<Asides />}
    >
      <form method="post" class="l-flow-l">
        <CodeField problem={problems['code']} />
        <button class="dads-button dads-button--large" type="submit">
          サインイン
        </button>
      </form>
      <Disclosure label="スマートフォンが手元にないとき" open={problems['recovery'] !== undefined}>
        <form method="post" class="l-flow-l">
          <TextField
            name="recovery"
            label="予備コード"
            support="設定したときに書きとめた、16字のコードの1つ。一度使うと、同じものはもう使えません。"
            problem={problems['recovery']}
            autocomplete="off"
            width="mid"
          />
          <button class="dads-button dads-button--secondary" type="submit">
            予備コードでサインイン
          </button>
        </form>
      </Disclosure>
      <p>
        <a href="/sign-in">はじめからやり直す</a>
      </p>
    </SignInFrame>
  )
}

/** The field for a code of the app. */
export function CodeField({ problem }: { problem: string | undefined }) {
  return (
    <TextField
      name="code"
      label="確認コード"
      support="認証アプリに出ている、数字6桁"
      problem={problem}
      inputMode="numeric"
      autocomplete="one-time-code"
      width="short"
    />
  )
}

function Asides() {
  return (
    <>
      <div>
        <h2>コードが合わないとき</h2>
        <p>
          コードは30秒ごとに変わり、一度使ったものは使えません。次のコードに変わるのを待って、入力してください。スマートフォンの時計が合っているかも確かめてください。
        </p>
      </div>
      <div>
        <h2>スマートフォンも予備コードもないとき</h2>
        <p>
          システム管理の担当に、二段階認証を外すよう頼んでください。本人であることを確かめたうえで外します。
        </p>
      </div>
    </>
  )
}
