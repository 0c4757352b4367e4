import { eraDay, tokyoDay, tokyoTime } from '#src/lib/japanese/fiscal-year.ts'
import { ProblemSummary } from '#src/ui/field.tsx'
import { Badge, Disclosure, NoValue, Section } from '#src/ui/parts.tsx'
import {
  channelLabels,
  consentLabels,
  disclosureLabels,
  frameLabels,
  kindLabels,
  methodLabels,
} from '../../core/labels.ts'
import { gapsOf } from '../../core/spans.ts'
import { isTranscribed, type Opinion, type Submission } from '../../core/submission.ts'
import type { HistoryEntry } from '../../store/queries/voices.ts'

/** `who`: for those who may know it. */
type NamedEntry = HistoryEntry & { who: string }

type MayAct = { join: boolean; withdraw: boolean; contact: boolean; check: boolean }
type ViewProps = {
  submission: Submission
  opinions: readonly Opinion[]
  history: readonly NamedEntry[]
  mayAct: MayAct
  problems: Record<string, string>
}

export function VoiceView({ submission, opinions, history, mayAct, problems }: ViewProps) {
  return (
    <>
      <ProblemSummary problems={problems} />
      <div class="sb-title">
        <h1>
          {channelLabels[submission.channel]}の声 <span class="num">{submission.receiptNumber}</span>
        </h1>
        {submission.withdrawnAt && <Badge tone="warn">取り下げ</Badge>}
        {submission.textPurgedAt && <Badge tone="quiet">文は廃棄済み（保存の期限）</Badge>}
      </div>
      <div class="l-split">
        <div>
          <Opinions submission={submission} opinions={opinions} mayJoin={mayAct.join} />
          <Letter submission={submission} opinions={opinions} />
          <History history={history} />
        </div>
        <aside class="l-split__side l-flow" aria-label="声の来かた">
          <Facts submission={submission} />
          {(submission.channel === 'request' || submission.channel === 'briefing') && (
            <p>
              <a href={`/staff/voices/requests/${submission.id}`}>対応の記録（担当・期限・回答）</a>
            </p>
          )}
          {mayAct.check && isTranscribed(submission) && (
            <p>
              <a href={`/staff/voices/${submission.id}/paper`}>原本との照合・打ち間違いの訂正</a>
            </p>
          )}
          {submission.sessionRef.startsWith('ho_') && (
            <p>
              <a href={`/staff/sessions/${submission.sessionRef}`}>この声が出た会を開く</a>
            </p>
          )}
          <Acts submission={submission} mayAct={mayAct} />
        </aside>
      </div>
    </>
  )
}

function Opinions({
  submission,
  opinions,
  mayJoin,
}: {
  submission: Submission
  opinions: readonly Opinion[]
  mayJoin: boolean
}) {
  const isJoinable = mayJoin && opinions.length > 1
  return (
    <section aria-labelledby="opinions-head">
      <h2 id="opinions-head">意見（{opinions.length}件）</h2>
      <form method="post" class="l-flow l-gap" id="opinions">
        <ol class="l-flow">
          {opinions.map((opinion) => (
            <li key={opinion.id} class="sb-box">
              <p class="l-cluster">
                <b>{opinion.number}</b>
                <Badge>{kindLabels[opinion.kind]}</Badge>
                <Badge tone={opinion.disclosure === 'public' ? 'ok' : 'quiet'}>
                  {disclosureLabels[opinion.disclosure]}
                </Badge>
              </p>
              <p class="sb-prewrap" dir="auto">
                {opinion.verbatim}
              </p>
              {opinion.summary && <p class="sb-sub">要約：{opinion.summary}</p>}
              <p class="l-cluster l-cluster--wide">
                <a href={`/staff/voices/${submission.id}/opinions/${opinion.id}`}>
                  分ける・分類する・公開を決める<span class="vh">：意見{opinion.number}</span>
                </a>
                {isJoinable && (
                  <label class="dads-choice">
                    <input type="checkbox" name="opinion" value={opinion.id} />
                    <span>まとめる：意見{opinion.number}</span>
                  </label>
                )}
              </p>
            </li>
          ))}
        </ol>
        {isJoinable && (
          <button class="dads-button dads-button--secondary" type="submit" name="act" value="join">
            選んだ意見を1つにまとめる
          </button>
        )}
      </form>
    </section>
  )
}

function Letter({
  submission: { original },
  opinions,
}: {
  submission: Submission
  opinions: readonly Opinion[]
}) {
  const { gaps, share } = gapsOf(original, opinions)
  return (
    <Section id="letter" title="原文">
      {gaps.length > 0 && (
        <div class="l-flow l-gap-after">
          <p>意見に含めていない部分が、{Math.round(share * 100)}％あります。</p>
          <ul class="sb-list">
            {gaps.map(({ start, end }) => (
              <li key={start} dir="auto">
                {original.slice(start, end)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <blockquote class="sb-quote sb-prewrap" dir="auto">
        {original}
      </blockquote>
    </Section>
  )
}

function History({ history }: { history: readonly NamedEntry[] }) {
  if (history.length === 0) return null
  return (
    <Section id="history" title="したこと">
      <ul class="sb-rows">
        {history.map(({ at, what, before, who }, position) => (
          <li key={position}>
            <p class="sb-rows__when">
              {eraDay(tokyoDay(new Date(at)))} {tokyoTime(new Date(at))}
            </p>
            <div>
              <p>
                {what}
                {who && <span class="sb-sub">（{who}）</span>}
              </p>
              {before && (
                <Disclosure label="その前の内容">
                  <p class="sb-prewrap" dir="auto">
                    {before}
                  </p>
                </Disclosure>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Facts({ submission }: { submission: Submission }) {
  const rows = [
    ['経路', channelLabels[submission.channel]],
    ['方法', methodLabels[submission.method]],
    ['地区', submission.district],
    ['年代', submission.ageBand],
    ['属性', submission.group],
    ['集め方', frameLabels[submission.frame]],
    ['公開の同意', consentLabels[submission.consent]],
    ['期間外', submission.lateReason],
    ['確認待ち', submission.heldReason],
  ].filter(([label, value]) => value || (label !== '期間外' && label !== '確認待ち'))
  return (
    <div class="sb-box">
      <h2>声の来かた</h2>
      {submission.sessionLabel && <p>{submission.sessionLabel}</p>}
      <dl class="dads-description-list dads-description-list--stack">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value || <NoValue words="なし" />}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Acts({ submission, mayAct }: { submission: Submission; mayAct: MayAct }) {
  const { id, personId, heldReason, withdrawnAt, revision } = submission
  return (
    <form method="post" class="l-flow">
      <input type="hidden" name="revision" value={revision} />
      {mayAct.join && heldReason && (
        <button class="dads-button" type="submit" name="act" value="held">
          確認した（ふつうの声として扱う）
        </button>
      )}
      {mayAct.contact && personId && (
        <p>
          <a href={`/staff/voices/contacts/${id}`}>提出者の連絡先を見る</a>
        </p>
      )}
      {mayAct.withdraw && !withdrawnAt && (
        <Disclosure label="取り下げを記録する">
          <p>一覧と公表から外れます。受付番号で見ると「取り下げ」と出ます。元には戻せません。</p>
          <button class="dads-button dads-button--secondary" type="submit" name="act" value="withdraw">
            取り下げを記録する
          </button>
        </Disclosure>
      )}
    </form>
  )
}
