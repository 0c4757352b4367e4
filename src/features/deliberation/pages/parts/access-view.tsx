import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { qrCode } from '#src/lib/qr/qr-code.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { SelectField, TextField } from '#src/ui/field.tsx'
import { Badge, NoValue, ScrollFrame, Section } from '#src/ui/parts.tsx'
import type { Membership } from '../../core/bodies.ts'
import { type AccessWay, accessWayLabels, type MemberAccess } from '../../core/member-access.ts'
import { choicesOf } from './deliberation-tabs.tsx'

/** What is handed to a member, shown once: the link, and apart from it the second step. */
export type HandedOver = {
  membershipId: string
  way: AccessWay
  link: string
  codes: readonly string[]
  app: { words: string; address: string } | undefined
}

/** The sheet to print: two parts to be handed over in two ways. */
export function InvitationSheet({ handedOver, member }: { handedOver: HandedOver; member: Membership }) {
  const { link, codes, app, way } = handedOver
  return (
    <section class="sb-box l-flow l-gap-after sb-handed" aria-labelledby="handed-over">
      <h2 id="handed-over">{member.name}様にわたすもの</h2>
      <p>
        この画面を閉じると、もう表示されません。印刷するか、書き写してください。リンクと
        {way === 'mail' ? 'メール' : 'コード'}は、別々にわたします（例：リンクは手紙、コードは会議の席で）。
      </p>
      <h3>1. 招待のリンク</h3>
      <p>
        <code class="sb-break">{link}</code>
      </p>
      <Picture address={link} label="招待のリンクの二次元コード" />
      {codes.length > 0 && (
        <div class="l-flow sb-handed__second">
          <h3>2. {member.name}様の 確認コード（上から順に、1回ずつ）</h3>
          <ol class="sb-codes">
            {codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ol>
        </div>
      )}
      {app && (
        <div class="l-flow sb-handed__second">
          <h3>2. {member.name}様の 認証アプリに読み取る二次元コード</h3>
          <Picture address={app.address} label="認証アプリで読み取る二次元コード" />
          <p>
            <code class="sb-break">{app.words}</code>
          </p>
        </div>
      )}
      {way === 'mail' && <p>2. 入るたびに、登録したアドレスへ確認コードが届きます。</p>}
    </section>
  )
}

function Picture({ address, label }: { address: string; label: string }) {
  const { size, path } = qrCode(address)
  const whole = size + 8
  return (
    <svg class="sb-qr" viewBox={`-4 -4 ${whole} ${whole}`} role="img" aria-label={label}>
      <rect x="-4" y="-4" width={whole} height={whole} fill="#ffffff" />
      <path d={path} fill="#000000" shape-rendering="crispEdges" />
    </svg>
  )
}

type TableProps = { members: readonly Membership[]; access: ReadonlyMap<string, MemberAccess> }

export function AccessTable({ members, access }: TableProps) {
  return (
    <ScrollFrame label="委員の入口">
      <table class="dads-table dads-table--cards">
        <caption>いまの委員（{members.length}人）</caption>
        <thead>
          <tr>
            <th scope="col">氏名</th>
            <th scope="col">入口</th>
            <th scope="col">わたした日</th>
            <th scope="col">最後に入った日</th>
            <th scope="col">操作</th>
          </tr>
        </thead>
        <tbody>
          {members.map(({ id, name }) => {
            const own = access.get(id)
            return (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td data-label="入口">
                  <span>
                    {own ? accessWayLabels[own.way] : <Badge tone="quiet">なし</Badge>}
                    {own?.way === 'paper' && <span class="sb-sub">　残り{own.codesLeft}回</span>}
                  </span>
                </td>
                <td data-label="わたした日">{own ? dayWords(own.madeAt) : <NoValue words="なし" />}</td>
                <td data-label="最後に入った日">
                  {own?.lastUsedAt ? dayWords(own.lastUsedAt) : <NoValue words="まだ" />}
                </td>
                <td data-label="操作">
                  {own ? (
                    <form method="post">
                      <input type="hidden" name="membershipId" value={id} />
                      <button
                        class="dads-button dads-button--secondary dads-button--small"
                        type="submit"
                        name="act"
                        value="end"
                      >
                        止める<span class="vh">（{name}）</span>
                      </button>
                    </form>
                  ) : (
                    <NoValue words="なし" />
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

const dayWords = (at: string) => eraDay(tokyoDay(new Date(at)))

type FormProps = {
  members: readonly Membership[]
  hasMailServer: boolean
  entered: Entered
  problems: Problems
}

export function InvitationForm({ members, hasMailServer, entered, problems }: FormProps) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  if (members.length === 0)
    return <p class="l-gap">いまの委員がいません。先に、会議体に委員を加えてください。</p>
  const ways = choicesOf(accessWayLabels).filter(({ value }) => value !== 'mail' || hasMailServer)
  return (
    <Section id="invite" title="入口をわたす">
      <form method="post" class="sb-form" aria-label="入口をわたす" action="#error-summary">
        <SelectField
          {...field('membershipId')}
          label="委員"
          choices={members.map(({ id, name }) => ({ value: id, label: name }))}
          support="すでに入口のある委員には、新しいものをわたします。前のものは使えなくなります。"
          width="mid"
        />
        <SelectField {...field('way')} label="2つ目の確認" choices={ways} width="mid" />
        {hasMailServer && (
          <TextField
            {...field('address')}
            label="メールアドレス"
            support="メールで確認コードを受け取るときだけ書きます。封をして保管します。"
            width="mid"
            optional
          />
        )}
        <button class="dads-button" type="submit" name="act" value="invite">
          入口をつくる
        </button>
      </form>
    </Section>
  )
}
