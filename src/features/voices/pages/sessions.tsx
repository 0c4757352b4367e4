import { getMunicipality } from '#src/features/organization/store/queries.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { ProblemSummary, SelectField } from '#src/ui/field.tsx'
import { AboutScreen, EmptyState, NoValue, ScrollFrame } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { questionSets } from '../core/question-sets.ts'
import { type Session, sessionKindLabels, sessionStateOn } from '../core/session.ts'
import { sessionForm } from '../core/session-forms.ts'
import { addSession } from '../store/commands/sessions.ts'
import { countNotes, listSessions } from '../store/queries/sessions.ts'
import { choicesOf, SessionFields } from './parts/session-fields.tsx'
import { dayWords, SessionBadge, sessionsCrumb } from './parts/session-parts.tsx'
import { versionChoices } from './parts/version-choices.ts'

/** 参加の場: workshops, hearings, interviews and briefings, the latest first. */
export const sessionsPage = page('/staff/sessions', {
  audience: 'staff',
  async show(context) {
    authorize(context, permissions, 'read-sessions')
    const [sessions, counts] = await Promise.all([listSessions(context), countNotes(context)])
    return {
      title: '参加の場',
      body: (
        <>
          <div class="sb-title">
            <h1>参加の場</h1>
            {mayDo(context.actor, permissions, 'edit-sessions') && (
              <a class="dads-button dads-button--secondary" href="/staff/sessions/new">
                参加の場をつくる
              </a>
            )}
          </div>
          {sessions.length === 0 ? (
            <EmptyState title="まだ参加の場がありません。">
              <p>ワールドカフェ、グループヒアリング、インタビュー、市民説明会をここで準備し、記録します。</p>
            </EmptyState>
          ) : (
            <SessionTableView sessions={sessions} counts={counts} today={tokyoDay(context.now)} />
          )}
          <AboutScreen>
            <p>
              「公開中」の予定は、公開サイトの「参加の予定」とカレンダー（iCalendar）に載ります。記録は「市民の声」に入れると、分類・公開の確認に進みます。
            </p>
          </AboutScreen>
        </>
      ),
    }
  },
})

type ListProps = {
  sessions: readonly Session[]
  counts: ReadonlyMap<string, { notes: number; taken: number }>
  today: string
}

function SessionTableView({ sessions, counts, today }: ListProps) {
  return (
    <ScrollFrame label="参加の場の一覧">
      <table class="dads-table dads-table--wide">
        <caption>参加の場</caption>
        <thead>
          <tr>
            <th scope="col">名前</th>
            <th scope="col">種類</th>
            <th scope="col">日時</th>
            <th scope="col">場所</th>
            <th scope="col">状態</th>
            <th scope="col" class="is-num">
              参加（人）
            </th>
            <th scope="col" class="is-num">
              話した・書いた（人）
            </th>
            <th scope="col" class="is-num">
              記録（件）
            </th>
            <th scope="col" class="is-num">
              声に入れた（件）
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.id}>
              <th scope="row">
                <a href={`/staff/sessions/${session.id}`}>{session.title}</a>
              </th>
              <td>{sessionKindLabels[session.kind]}</td>
              <td class="is-nowrap">{dayWords(session)}</td>
              <td>{session.place || <NoValue words="場所は未定" />}</td>
              <td>
                <SessionBadge state={sessionStateOn(session, today)} />
              </td>
              <td class="is-num">{session.participants ?? <NoValue words="未記入" />}</td>
              <td class="is-num">{session.spoke ?? <NoValue words="未記入" />}</td>
              <td class="is-num">{counts.get(session.id)?.notes ?? 0}</td>
              <td class="is-num">{counts.get(session.id)?.taken ?? 0}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}

/** 参加の場をつくる: kind, questions to begin with, day and place. */
export const newSessionPage = page('/staff/sessions/new', {
  audience: 'staff',
  show: (context) => newScreen(context, {}, {}),
  async submit(context, _visit, form) {
    authorize(context, permissions, 'edit-sessions')
    const read = readForm(sessionForm, form)
    if (read.problems) return { ...(await newScreen(context, read.entered, read.problems)), status: 422 }
    const { set } = enteredIn(form)
    const chosen = questionSets.find(({ id, kinds }) => id === set && kinds.includes(read.values.kind))
    const sessionId = await addSession(context, { content: read.values, set: chosen })
    return { seeOther: `/staff/sessions/${sessionId}?notice=added` }
  },
})

async function newScreen(context: Context, entered: Entered, problems: Problems): Promise<Screen> {
  authorize(context, permissions, 'edit-sessions')
  const [{ districts }, versions] = await Promise.all([getMunicipality(context), versionChoices(context)])
  return {
    title: '参加の場をつくる',
    crumbs: [sessionsCrumb],
    body: (
      <>
        <h1>参加の場をつくる</h1>
        <ProblemSummary problems={problems} />
        <form method="post" class="sb-form">
          <SelectField
            name="kind"
            label="種類"
            value={entered['kind']}
            problem={problems['kind']}
            blank="選んでください"
            choices={choicesOf(sessionKindLabels)}
            width="mid"
            required
          />
          <SelectField
            name="set"
            label="問いの型"
            value={entered['set']}
            support="ほかの市が使った問いを、かっこの市の公表資料から要約したものです。つくった後で直せます。種類に合わない型は使われません"
            blank="使わない"
            choices={questionSets.map(({ id, label }) => ({ value: id, label }))}
            optional
          />
          <SessionFields entered={entered} problems={problems} districts={districts} versions={versions} />
          <button class="dads-button" type="submit">
            つくる
          </button>
        </form>
        <AboutScreen>
          <ul>
            {questionSets.map(({ id, label, source, questions }) => (
              <li key={id}>
                {label}：{questions.join('／')}（出典：<a href={source}>{new URL(source).hostname}</a>）
              </li>
            ))}
          </ul>
        </AboutScreen>
      </>
    ),
  }
}
