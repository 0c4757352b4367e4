import type { Problems } from '#src/platform/form.ts'
import { TextField } from '#src/ui/field.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { Banner } from '#src/ui/parts.tsx'
import { mailCodeMinutes } from '../../core/member-access.ts'
import type { OpenInvitation } from '../../store/queries-access.ts'

type EnterProps = {
  bodyName: string
  invitation: Pick<OpenInvitation, 'way' | 'codeMarks' | 'mailMark'>
  problems: Problems
  wasSent: boolean
}

/** The second step of a member, in words for somebody who does this once a month. */
export function EnterView({ bodyName, invitation, problems, wasSent }: EnterProps) {
  const { way, codeMarks } = invitation
  const next = codeMarks.findIndex((mark) => mark !== null) + 1
  const support = {
    paper: `お渡しした紙の「${next}番」のコード（英数字8字）。1つのコードは1回だけ使えます。`,
    totp: '認証アプリに出ている、数字6桁',
    mail: 'メールで届いた、数字6桁',
  }[way]
  if (way === 'paper' && next === 0) {
    return (
      <div class="l-flow l-measure">
        <h1>{bodyName} 委員の画面に入る</h1>
        <p>紙のコードをすべて使いました。新しい紙を、下の問合せ先へお求めください。</p>
      </div>
    )
  }
  return (
    <div class="l-flow l-measure">
      <FormHead problems={problems} />
      <h1>{bodyName} 委員の画面に入る</h1>
      {wasSent && (
        <Banner title="確認コードを送りました。">
          <p>{mailCodeMinutes}分のあいだ使えます。届かないときは、迷惑メールの中も確かめてください。</p>
        </Banner>
      )}
      {way === 'mail' && (
        <form method="post">
          <button
            class={wasSent ? 'dads-button dads-button--secondary' : 'dads-button'}
            type="submit"
            name="act"
            value="send"
          >
            {wasSent ? 'もう一度、確認コードを送る' : '確認コードをメールで受け取る'}
          </button>
        </form>
      )}
      <form method="post" class="sb-form" aria-label="確認コード" action="#error-summary">
        <TextField
          name="code"
          label="確認コード"
          support={support}
          problem={problems['code']}
          autocomplete="one-time-code"
          width="mid"
          required
        />
        <button
          class={way === 'mail' && !wasSent ? 'dads-button dads-button--secondary' : 'dads-button'}
          type="submit"
          name="act"
          value="enter"
        >
          入る
        </button>
      </form>
      <p class="sb-sub">ほかの人のパソコンで使ったときは、終わりに「画面を閉じる」を押してください。</p>
    </div>
  )
}
