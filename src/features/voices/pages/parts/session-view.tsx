import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { NoValue, Section } from '#src/ui/parts.tsx'
import { consentLabels, frameLabels } from '../../core/labels.ts'
import {
  confirmationLabels,
  noteWords,
  reportDueOn,
  type Session,
  type SessionState,
  type SessionTable,
  type Step,
} from '../../core/session.ts'
import { minutesOver } from '../../core/time-plan.ts'
import { OutcomeForm } from './session-outcome.tsx'
import { dayWords, SessionBadge } from './session-parts.tsx'
import { PlanTable } from './time-plan-view.tsx'

export type SessionMay = {
  read: boolean
  edit: boolean
  keyIn: boolean
  takeOver: boolean
  announce: boolean
  publish: boolean
}
type ViewProps = {
  session: Session
  steps: readonly Step[]
  tables: readonly SessionTable[]
  counts: { notes: number; taken: number }
  state: SessionState
  today: string
  form: { entered: Entered | undefined; problems: Problems }
  may: SessionMay
}

export function SessionView(props: ViewProps) {
  const { session, steps, tables, state, may, form } = props
  const over = minutesOver(steps, session)
  const here = `/staff/sessions/${session.id}`
  return (
    <>
      <div class="sb-title">
        <h1>{session.title}</h1>
        <p>
          <SessionBadge state={state} />
        </p>
      </div>
      {session.purpose && <p class="l-measure">{session.purpose}</p>}
      <Facts session={session} />
      {may.edit && (
        <p class="l-gap">
          <a href={`${here}/edit`}>日時・場所・参加の方法を直す</a>
        </p>
      )}
      <Section
        id="plan"
        title="進行と問い"
        aside={may.edit && <a href={`${here}/plan`}>進行とテーブルを直す</a>}
      >
        <div class="l-flow">
          <PlanTable steps={steps} session={session} />
          {over !== undefined && over > 0 && <p class="sb-due--late">終わりの時刻を{over}分こえます。</p>}
          {tables.length > 0 && (
            <p>
              テーブル {tables.length}卓：
              {tables
                .map(({ number, name, host }) =>
                  [number, name, host && `進行 ${host}`].filter(Boolean).join(' '),
                )
                .join('、')}
            </p>
          )}
          <div class="l-cluster l-cluster--wide">
            <a href={`${here}/timer`}>会場に映す時計</a>
            {may.edit && <a href={`${here}/guide.docx`}>進行表・問いの紙（Word）</a>}
            {may.edit && <a href={`${here}/invitation.docx`}>ご案内の手紙（Word）</a>}
            {may.edit && <a href={`${here}/preparation.docx`}>準備の確認表（Word）</a>}
            {may.edit && <a href={`${here}/feedback.docx`}>参加後のアンケート（Word）</a>}
            {may.edit && session.kind === 'world-cafe' && <a href={`${here}/seats`}>席割り</a>}
            {may.edit && tables.length > 0 && session.kind === 'world-cafe' && (
              <a href={`${here}/sheets.pdf`}>テーブルに広げる紙（A3・PDF）</a>
            )}
            {may.edit && tables.length > 0 && (
              <a href={`${here}/cards.pdf`}>テーブルの札・番号のある付箋（PDF）</a>
            )}
            {may.edit && session.versionId && <a href={`${here}/handout.pdf`}>配る資料（PDF）</a>}
            {may.edit && session.versionId && <a href={`${here}/handout.docx`}>配る資料（Word）</a>}
          </div>
        </div>
      </Section>
      <Record {...props} />
      {may.edit && <OutcomeForm session={session} form={form} />}
      {(may.announce || may.publish || may.edit) && <Publication {...props} />}
    </>
  )
}

function Facts({ session }: { session: Session }) {
  const rows = [
    ['日時', dayWords(session)],
    ['場所', session.place],
    ['会場の地区', session.district],
    ['対象', session.group],
    ['参加の方法', session.howTo],
    ['問い合わせ先', session.contact],
    ['集め方', frameLabels[session.frame]],
    ['公開の同意', consentLabels[session.consent]],
    ['本人の確認', confirmationLabels[session.confirmation]],
  ] as const
  return (
    <dl class="dads-description-list l-gap">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value || <NoValue words="未記入" />}</dd>
        </div>
      ))}
    </dl>
  )
}

function Record({ session, counts, may }: ViewProps) {
  const here = `/staff/sessions/${session.id}`
  const word = noteWords[session.kind]
  const isCafe = session.kind === 'world-cafe'
  const waiting = counts.notes - counts.taken
  return (
    <Section id="record" title="記録">
      <div class="l-flow">
        <p>
          {word} {counts.notes}件。うち市民の声に入れたもの {counts.taken}件。
        </p>
        <div class="l-cluster l-cluster--wide">
          {may.read && <a href={`${here}/board`}>{isCafe ? 'ボードを開く' : '記録を開く'}</a>}
          {may.keyIn && <a href={`${here}/add`}>紙から打ち込む・まとめて貼り付ける</a>}
          {may.keyIn && isCafe && <a href={`${here}/photos`}>付箋の写真</a>}
          {may.read && <a href={`${here}/votes`}>考えへの賛否（投票）</a>}
          {may.read && counts.taken > 0 && <a href={`/staff/voices?session=${session.id}`}>市民の声で見る</a>}
        </div>
        {may.read && counts.notes > 0 && (
          <div class="l-cluster l-cluster--wide">
            <a href={`${here}/report.docx`}>記録の報告（Word・庁内用）</a>
            <a href={`${here}/report.pdf`}>記録の報告（PDF・庁内用）</a>
            <a href={`${here}/notes.xlsx`}>記録の一覧（Excel・庁内用）</a>
          </div>
        )}
        {may.takeOver && waiting > 0 && (
          <form method="post">
            <button class="dads-button" type="submit" name="act" value="take-over">
              {waiting}件を市民の声に入れる
            </button>
          </form>
        )}
      </div>
    </Section>
  )
}

function Publication({ session, state, today, counts, may }: ViewProps) {
  const due = reportDueOn(session)
  const isNext = counts.notes === counts.taken
  const button = (act: string, words: string, isMain = false) => (
    <button
      class={isMain ? 'dads-button' : 'dads-button dads-button--secondary'}
      type="submit"
      name="act"
      value={act}
    >
      {words}
    </button>
  )
  return (
    <Section id="publication" title="公開">
      <form method="post" class="l-flow">
        <input type="hidden" name="revision" value={session.revision} />
        {session.announcedAt ? (
          <p>
            公開サイトの<a href={`/participation/${session.id}`}>参加の予定</a>
            {session.reportedAt ? 'に、結果まで載っています。' : 'に載っています。'}
          </p>
        ) : (
          <p>{session.kind === 'staff' ? '職員ヒアリングは、公開しません。' : 'まだ公開していません。'}</p>
        )}
        {due && state === 'held' && (
          <p class={due < today ? 'sb-due--late' : undefined}>
            結果の公開のめやす：{eraDay(due)}まで（開催から10開庁日）{due < today && '。過ぎています'}
          </p>
        )}
        <div class="l-cluster">
          {may.announce &&
            !session.announcedAt &&
            session.kind !== 'staff' &&
            button('announce', '予定を公開する', isNext)}
          {may.announce && session.announcedAt && !session.reportedAt && button('unannounce', '公開をやめる')}
          {may.publish &&
            session.announcedAt &&
            !session.reportedAt &&
            button('publish', '結果を公開する', isNext)}
          {may.publish && session.reportedAt && button('unpublish', '結果の公開をやめる')}
          {may.edit &&
            !session.reportedAt &&
            (state === 'cancelled' ? button('revive', '中止を取り消す') : button('cancel', '中止にする'))}
        </div>
      </form>
    </Section>
  )
}
