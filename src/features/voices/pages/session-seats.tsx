import { getMunicipality } from '#src/features/organization/store/queries.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { CheckField, ProblemSummary, TextArea } from '#src/ui/field.tsx'
import { AboutScreen, Banner, EmptyState } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { guestLines, readGuests } from '../core/read-guests.ts'
import { drawSeats } from '../store/commands/seating.ts'
import { findSeating } from '../store/queries/seating.ts'
import { getSession, listSessionTables, listSteps } from '../store/queries/sessions.ts'
import { SeatsView } from './parts/seats-view.tsx'
import { sessionCrumb, sessionsCrumb } from './parts/session-parts.tsx'

/** 席割り: who comes, in bands only, and where everybody sits in each round; drawn for the tables and rounds there are. */
export const sessionSeatsPage = page('/staff/sessions/:sessionId/seats', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params.sessionId, {}),
  async submit(context, { params: { sessionId } }, form) {
    authorize(context, permissions, 'edit-sessions')
    const entered = enteredIn(form)
    const { districts } = await getMunicipality(context)
    const read = readGuests(entered['guests'] ?? '', [...districts, '市外'])
    const problem = read.problem ?? (await roomProblem(context, sessionId, read.guests.length))
    if (problem !== undefined || read.problem !== undefined)
      return {
        ...(await screen(context, sessionId, { entered, problems: { guests: problem ?? '' } })),
        status: 422,
      }
    const outcome = await unlessStale(
      drawSeats(context, {
        sessionId,
        guests: read.guests,
        oneStays: entered['oneStays'] === '1',
        revision: Number(entered['revision']) || 0,
      }),
    )
    if (outcome.isStale)
      return { ...(await screen(context, sessionId, { entered, isStale: true })), status: 409 }
    return { seeOther: `/staff/sessions/${sessionId}/seats?notice=saved` }
  },
})

async function roomProblem(context: Context, sessionId: string, guests: number): Promise<string | undefined> {
  const [tables, steps] = await Promise.all([
    listSessionTables(context, sessionId),
    listSteps(context, sessionId),
  ])
  if (tables.length < 2) return '先に「進行とテーブル」で、テーブルを2つ以上つくってください'
  if (!steps.some(({ kind }) => kind === 'round')) return '先に「進行とテーブル」で、ラウンドを加えてください'
  return guests < tables.length
    ? `テーブルが${tables.length}卓あります。人のほうが少なくなっています`
    : undefined
}

type State = { entered?: Entered; problems?: Problems; isStale?: boolean }

async function screen(context: Context, sessionId: string, state: State): Promise<Screen> {
  authorize(context, permissions, 'edit-sessions')
  const session = await getSession(context, sessionId)
  const [seating, tables, steps] = await Promise.all([
    findSeating(context, sessionId),
    listSessionTables(context, sessionId),
    listSteps(context, sessionId),
  ])
  const rounds = steps.filter(({ kind }) => kind === 'round')
  const isOld = seating && (seating.tables !== tables.length || seating.seats.length !== rounds.length)
  return {
    title: '席割り',
    crumbs: [sessionsCrumb, sessionCrumb(session)],
    body: (
      <>
        <ProblemSummary problems={state.problems ?? {}} />
        {state.isStale && (
          <Banner tone="warn" title="ほかの人が先に席を引きました。あなたの入力は消えていません。" />
        )}
        <h1>席割り</h1>
        {isOld && (
          <Banner
            tone="warn"
            title="席を引いたあとで、テーブルかラウンドの数が変わりました。引き直してください。"
          />
        )}
        <form method="post" class="sb-form">
          <input type="hidden" name="revision" value={seating?.revision ?? 0} />
          <TextArea
            name="guests"
            label="参加する人（1行に1人）"
            support="地区・年代・いっしょに来た組の記号。例：谷和原 30代 A。同じ人が4人なら ×4。わからないときは ―。氏名は書きません"
            value={state.entered?.['guests'] ?? (seating ? guestLines(seating.guests) : '')}
            problem={state.problems?.['guests']}
            rows={8}
            required
          />
          <CheckField
            name="oneStays"
            value="1"
            label="各テーブルに1人が残り、ほかの人が移る"
            isChecked={state.entered ? state.entered['oneStays'] === '1' : (seating?.oneStays ?? false)}
          />
          <button class="dads-button" type="submit">
            {seating ? '席を引き直す' : '席を引く'}
          </button>
        </form>
        {seating && !isOld ? (
          <SeatsView seating={seating} tables={tables} here={`/staff/sessions/${sessionId}`} />
        ) : (
          !seating && (
            <EmptyState title="まだ席を引いていません。">
              <p>
                テーブル{tables.length}卓、ラウンド{rounds.length}回に分けます。
              </p>
            </EmptyState>
          )
        )}
        <AboutScreen>
          <p>
            どのテーブルも、人数と地区ごとの人数の違いが1人までになります。そのうえで、いっしょに来た人を別のテーブルに分け、同じ人と二度あうことをできるだけ減らし、年代をまぜます。くじの番号が同じなら、同じ席になります。
          </p>
        </AboutScreen>
      </>
    ),
  }
}
