import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { cookieIn, cookieLine } from '#src/platform/auth/cookies.ts'
import { EmptyState, Section } from '#src/ui/parts.tsx'
import { mayStillComment } from '../core/draft-comments.ts'
import { leaveMemberPages } from '../store/commands-access.ts'
import { listOwnSheets } from '../store/queries-laid-sheets.ts'
import { listOwnDrafts, listOwnMeetings, type OwnDraft, ownSeat } from '../store/queries-members.ts'
import { MeetingTable } from '../views/meeting-table.tsx'
import { enterAddress, memberPage } from './parts/member-page.ts'

/** 委員の画面: the meetings of the own body, the drafts laid before it, and what waits for a word. */
export const memberHome = memberPage('/members', {
  async show(context) {
    const { member, body } = await ownSeat(context)
    const meetings = await listOwnMeetings(context)
    const drafts = await listOwnDrafts(context)
    const sheets = await listOwnSheets(context)
    const today = tokyoDay(context.now)
    const toCheck = meetings.filter(
      ({ state, checkUntil }) => state === 'held' && checkUntil !== undefined && checkUntil >= today,
    )
    return {
      title: `${body.name} 委員の画面`,
      body: (
        <>
          <h1>{body.name} 委員の画面</h1>
          <p>
            {member.name}様（{member.office || '委員'}）
          </p>
          {toCheck.length > 0 && (
            <Section id="checks" title="会議録の確認をお願いします">
              <ul class="sb-list">
                {toCheck.map(({ id, number, checkUntil }) => (
                  <li key={id}>
                    <a href={`/members/meetings/${id}#check`}>第{number}回の会議録の案</a>（
                    {eraDay(checkUntil ?? '')}まで）
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <Section id="drafts" title={`示された案（${drafts.length}）`}>
            <Drafts drafts={drafts} today={today} />
          </Section>
          {sheets.length > 0 && (
            <Section id="sheets" title={`示されたシート（${sheets.length}）`}>
              <Sheets sheets={sheets} today={today} />
            </Section>
          )}
          <Section id="meetings" title={`会議（${meetings.length}）`}>
            {meetings.length === 0 ? (
              <p>まだ招集された会議はありません。</p>
            ) : (
              <MeetingTable
                meetings={meetings.map((meeting) => ({ ...meeting, topics: meeting.place }))}
                caption={body.name}
                subject="場所"
                addressOf={(id) => `/members/meetings/${id}`}
              />
            )}
          </Section>
          <form method="post" class="l-gap">
            <button class="dads-button dads-button--secondary" type="submit">
              画面を閉じる
            </button>
          </form>
        </>
      ),
    }
  },
  async submit(context, { auth, request }) {
    const sessionToken = cookieIn(auth, request, 'member') ?? ''
    await leaveMemberPages(context, { sessionToken })
    return {
      seeOther: enterAddress,
      cookies: [cookieLine(auth, { purpose: 'member', value: '', maxAgeSeconds: 0 })],
    }
  },
})

function Drafts({ drafts, today }: { drafts: readonly OwnDraft[]; today: string }) {
  if (drafts.length === 0)
    return (
      <EmptyState title="まだ示された案はありません。">
        <p>計画の案が示されると、ここで読み、段落ごとに意見を書けます。</p>
      </EmptyState>
    )
  return (
    <ul class="sb-list">
      {drafts.map((draft) => (
        <li key={draft.id}>
          <a href={`/members/drafts/${draft.id}`}>{draft.label}</a>（{eraDay(draft.laidOn)}。
          {mayStillComment(draft, today)
            ? draft.commentUntil
              ? `意見は${eraDay(draft.commentUntil)}まで`
              : '意見を書けます'
            : '意見の締切を過ぎました'}
          ）
        </li>
      ))}
    </ul>
  )
}

function Sheets({ sheets, today }: { sheets: Awaited<ReturnType<typeof listOwnSheets>>; today: string }) {
  const byRound = Map.groupBy(sheets, ({ round }) => round.title)
  return (
    <>
      {[...byRound].map(([title, own]) => (
        <div key={title} class="l-flow l-gap">
          <h3>{title}</h3>
          <ul class="sb-list">
            {own.map(({ laid, sheet }) => (
              <li key={laid.id}>
                <a href={`/members/sheets/${sheet.id}`}>{sheet.subject}</a>
                {mayStillComment(laid, today) &&
                  laid.commentUntil &&
                  `（意見は${eraDay(laid.commentUntil)}まで）`}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}
