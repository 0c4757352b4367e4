import { Banner } from '#src/ui/parts.tsx'
import { Warning } from './parts/warning.tsx'

type Props = { codes: readonly string[]; isNew: boolean }

export function RecoveryCodes({ codes, isNew }: Props) {
  return (
    <div class="l-flow">
      <Banner
        title={
          isNew
            ? '二段階認証を設定しました。ほかの機械でのサインインは終わりました。'
            : '予備コードをつくり直しました。前のものは、もう使えません。'
        }
      />
      <h1>予備コードを書きとめてください</h1>
      <p>
        スマートフォンをなくしたとき、壊れたときに、確認コードの代わりに使います。それぞれ一度だけ使えます。
      </p>
      <div class="sb-box">
        <ol class="sb-list">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
      </div>
      <Warning>
        この画面を閉じると、同じコードはもう表示されません。紙に書くか印刷して、鍵のかかる所に保管してください。
      </Warning>
      <p>
        <a class="dads-button" href="/staff">
          書きとめたので、業務に進む
        </a>
      </p>
    </div>
  )
}
