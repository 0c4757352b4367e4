type Failure = { status: number; message?: string; number?: string }

const titles: Readonly<Record<number, string>> = {
  403: 'この操作はできません',
  404: 'ページが見つかりません',
  405: 'この操作はできません',
  409: 'いまの状態ではできません',
  413: '送られたものが大きすぎます',
  429: '少し待ってからお試しください',
  500: '処理中に問題が起きました',
  503: 'いまデータベースにつながりません',
  507: 'サーバーのディスクに空きがありません',
}

const advice: Readonly<Record<number, string>> = {
  403: '担当の役割でサインインしているか、確かめてください。',
  404: 'アドレスを確かめるか、上のメニューからお探しください。',
  409: '前の画面に戻り、いまの内容を確かめてください。',
  413: 'ファイルを分けるか、小さくしてから送ってください。',
  429: '短い間にたくさんの送信がありました。1分ほど待ってから、もう一度送ってください。入力した内容は、前の画面に戻ると残っています。',
  500: '入力した内容は、前の画面に戻ると残っています。続くときは、下の番号を添えてお知らせください。',
  507: '保存は行われていません。いまあるデータはそのままです。システムの管理者に、この画面のことを知らせてください。入力した内容は、前の画面に戻ると残っています。',
  503: '保存は行われていません。しばらくしてから、もう一度お試しください。入力した内容は、前の画面に戻ると残っています。',
}

/** What went wrong, what to do, and for our own mistakes the number under which the log has it. */
export function ErrorPage({ status, message, number }: Failure) {
  return (
    <div class="l-flow">
      <h1>{ErrorPage.titleOf(status, message)}</h1>
      <p>{advice[status] ?? advice[500]}</p>
      {number && (
        <p>
          <b>問い合わせ番号</b>　<span class="num">{number}</span>
        </p>
      )}
      <p>
        <a class="sb-arrow" href="/">
          トップへ
        </a>
      </p>
    </div>
  )
}

ErrorPage.titleOf = (status: number, message?: string): string =>
  message ?? titles[status] ?? '受け付けられません'
