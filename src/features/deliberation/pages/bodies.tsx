import { addDays } from '#src/lib/japanese/business-days.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import { page } from '#src/platform/page.ts'
import { EmptyState, NoValue } from '#src/ui/parts.tsx'
import {
  type Body,
  bodyKindLabels,
  endingSoon,
  isElected,
  type Membership,
  seatsOn,
  sitsOn,
} from '../core/bodies.ts'
import { permissions } from '../core/permissions.ts'
import { listBodies, listMembers } from '../store/queries.ts'
import { DeliberationTabs, meetingsCrumb } from './parts/deliberation-tabs.tsx'

const soon = 90

/** 会議体と委員: who deliberates, with open seats and terms that end soon. */
export const bodiesPage = page('/staff/bodies', {
  audience: 'staff',
  async show(context) {
    authorize(context, permissions, 'read-meetings')
    const [bodies, members] = [await listBodies(context), await listMembers(context)]
    return {
      title: '会議体と委員',
      crumbs: [meetingsCrumb],
      body: (
        <>
          <div class="sb-title">
            <h1>会議体と委員</h1>
            {mayDo(context.actor, permissions, 'keep-bodies') && (
              <a class="dads-button dads-button--secondary" href="/staff/bodies/new">
                会議体を加える
              </a>
            )}
          </div>
          <DeliberationTabs current="/staff/bodies" />
          <div class="l-gap l-flow">
            {bodies.length === 0 ? (
              <EmptyState title="まだ会議体がありません。">
                <p>審議会、策定委員会、専門部会などを加えると、ここに並びます。</p>
              </EmptyState>
            ) : (
              <BodyTable bodies={bodies} members={members} today={tokyoDay(context.now)} />
            )}
          </div>
        </>
      ),
    }
  },
})

type BodyTableProps = { bodies: readonly Body[]; members: readonly Membership[]; today: string }

function BodyTable({ bodies, members, today }: BodyTableProps) {
  return (
    <table class="dads-table dads-table--cards">
      <caption>会議体（{bodies.length}）</caption>
      <thead>
        <tr>
          <th scope="col">名前</th>
          <th scope="col">種類</th>
          <th scope="col">設置の根拠</th>
          <th scope="col" class="is-num">
            委員
          </th>
          <th scope="col" class="is-num">
            空いている席
          </th>
          <th scope="col" class="is-num">
            {soon}日以内に任期が終わる
          </th>
        </tr>
      </thead>
      <tbody>
        {bodies.map((body) => {
          const own = members.filter(({ bodyId }) => bodyId === body.id)
          // The members of an assembly are elected: where nobody is entered, its seats are not open.
          const isRosterKept = !isElected(body) || own.length > 0
          const open = seatsOn(body, own, today).reduce((sum, seats) => sum + seats.open, 0)
          return (
            <tr key={body.id}>
              <th scope="row">
                <a href={`/staff/bodies/${body.id}`}>{body.name}</a>
              </th>
              <td data-label="種類">{bodyKindLabels[body.kind]}</td>
              <td data-label="設置の根拠">{body.legalBasis}</td>
              <td data-label="委員" class="is-num">
                {own.filter((member) => sitsOn(member, today)).length}
              </td>
              <td data-label="空いている席" class="is-num">
                {isRosterKept ? open : <NoValue words="名簿なし" />}
              </td>
              <td data-label="任期が近い" class="is-num">
                {endingSoon(own, today, addDays(today, soon)).length}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
