import { eraDay, tokyoDay, tokyoTime } from '#src/lib/japanese/fiscal-year.ts'
import { AboutScreen, Badge, ScrollFrame } from '#src/ui/parts.tsx'
import type { SignedIn } from '../core/signed-in.ts'

type Props = { sessions: readonly SignedIn[]; here: string | undefined; now: Date }

export function OwnSessions({ sessions, here, now }: Props) {
  const others = sessions.filter(({ id }) => id !== here)
  return (
    <div class="l-flow">
      <h1>サインインしている機械</h1>
      <p>
        いま、あなたのアカウントでサインインが続いている機械です。覚えのないものがあるときは終えて、
        <a href="/staff/account">パスワードを変えて</a>ください。
      </p>
      <SessionTable sessions={sessions} here={here} now={now} />
      {others.length > 0 && (
        <form method="post">
          <button class="dads-button dads-button--secondary" type="submit" name="act" value="end-others">
            この画面のほかを、すべて終える
          </button>
        </form>
      )}
      <AboutScreen>
        <p>
          機械は、種類とブラウザーの名前だけで見分けます。どこから使われたか（アドレス）は記録していません。「最後に使った」は1分ごとに書きかえます。
        </p>
        <p>60分使わないと、または12時間たつと、サインインは自動で終わります。</p>
      </AboutScreen>
    </div>
  )
}

function SessionTable({ sessions, here, now }: Props) {
  return (
    <ScrollFrame label="サインインしている機械の一覧">
      <table class="dads-table">
        <caption>続いているサインイン（{sessions.length}つ）</caption>
        <thead>
          <tr>
            <th scope="col">機械</th>
            <th scope="col">サインインした時</th>
            <th scope="col">最後に使った時</th>
            <th scope="col">終える</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ id, device, since, lastUsedAt }) => (
            <tr key={id}>
              <th scope="row">{device}</th>
              <td>{momentWords(since, now)}</td>
              <td>{momentWords(lastUsedAt, now)}</td>
              <td>
                {id === here ? <Badge tone="info">この画面</Badge> : <EndOne id={id} device={device} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

const EndOne = ({ id, device }: Pick<SignedIn, 'id' | 'device'>) => (
  <form method="post">
    <input type="hidden" name="session" value={id} />
    <button class="dads-button dads-button--secondary dads-button--small" type="submit">
      終える<span class="vh">（{device}）</span>
    </button>
  </form>
)

/** 今日 9時05分, or with the day when it was another. */
export function momentWords(instant: string, now: Date): string {
  const then = new Date(instant)
  const day = tokyoDay(then) === tokyoDay(now) ? '今日' : eraDay(tokyoDay(then))
  return `${day} ${tokyoTime(then)}`
}
