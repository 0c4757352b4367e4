import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { type Choice, SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { Badge, Disclosure, Section } from '#src/ui/parts.tsx'
import type { AssemblySession } from '../../core/assembly-session.ts'
import {
  type Amendment,
  amendmentOutcomeLabels,
  type Bill,
  billOutcomeLabels,
  billStanding,
  decisionWords,
  isPassed,
} from '../../core/bill.ts'
import type { Body } from '../../core/bodies.ts'
import { choicesOf, Fact } from './deliberation-tabs.tsx'
import { votesWords } from './record-view.tsx'

type FactsProps = { bill: Bill; body: Body; label: string; session: AssemblySession | undefined }

export function BillFacts({ bill, body, label, session }: FactsProps) {
  return (
    <>
      <dl class="dads-description-list">
        <Fact label="議会">
          <a href={`/staff/bodies/${body.id}`}>{body.name}</a>
        </Fact>
        <Fact label="提出">
          {eraDay(bill.submittedOn)}
          {session && `（${session.name}）`}
        </Fact>
        <Fact label="提出した版">{label}</Fact>
        <Fact label="付託">{bill.committee || 'なし'}</Fact>
        <Fact label="いま">{billStanding(bill)}</Fact>
        {bill.resolvedOn && (
          <Fact label="議決">
            {eraDay(bill.resolvedOn)}
            {votesWords(bill)}
          </Fact>
        )}
      </dl>
      {isPassed(bill) && (
        <div class="sb-box l-gap l-flow">
          <p>
            <b>議決されました。決定した計画の版をつくってください。</b>
          </p>
          <p>
            「<a href="/staff/versions">版と公開</a>」で段階「成案」を選び、「決めた会議・議案」で「
            {decisionWords(bill)}」を選びます。
          </p>
        </div>
      )}
    </>
  )
}

type BillProps = {
  bill: Bill
  amendments: readonly Amendment[]
  planId: string
  versions: readonly Choice[]
  entered: Entered
  problems: Problems
  mayKeep: boolean
}

/** 修正案: what was proposed, what passed, and the difference it makes in the plan. */
export function Amendments(props: BillProps) {
  const { bill, amendments, planId, mayKeep } = props
  return (
    <Section id="amendments" title={`修正案（${amendments.length}）`}>
      {amendments.length === 0 && <p>修正案は出ていません。</p>}
      <div class="l-flow">
        {amendments.map((amendment) => (
          <div key={amendment.id} class="sb-box l-flow">
            <p class="l-cluster">
              <b>
                {amendment.proposer}（{eraDay(amendment.proposedOn)}）
              </b>
              <Badge tone={amendment.outcome === 'carried' ? 'ok' : amendment.outcome ? 'quiet' : 'info'}>
                {amendment.outcome ? amendmentOutcomeLabels[amendment.outcome] : '審査中'}
              </Badge>
            </p>
            <p class="sb-prewrap">{amendment.words}</p>
            {amendment.versionId && (
              <p>
                <a href={`/staff/plans/${planId}/diff?from=${bill.versionId}&to=${amendment.versionId}`}>
                  計画のどこが変わるかを見る（提出した版とくらべる）
                </a>
              </p>
            )}
            {mayKeep && !bill.outcome && !amendment.outcome && (
              <DecideForm {...props} amendment={amendment} />
            )}
          </div>
        ))}
      </div>
    </Section>
  )
}

function DecideForm({ bill, amendment, versions, entered, problems }: BillProps & { amendment: Amendment }) {
  const isBack = entered['amendmentId'] === amendment.id
  const value = (name: string) => (isBack ? entered[name] : undefined)
  const problem = (name: string) => (isBack ? problems[name] : undefined)
  return (
    <Disclosure label="修正案の結果を記録する" open={isBack}>
      <form
        method="post"
        class="sb-form"
        aria-label={`${amendment.proposer}の修正案の結果`}
        action="#error-summary"
      >
        <input type="hidden" name="revision" value={bill.revision} />
        <input type="hidden" name="amendmentId" value={amendment.id} />
        <SelectField
          name="amendmentOutcome"
          label="修正案の結果"
          value={value('amendmentOutcome')}
          problem={problem('amendmentOutcome')}
          choices={choicesOf(amendmentOutcomeLabels)}
          width="mid"
        />
        <SelectField
          name="amendedVersionId"
          label="修正を入れた計画の版"
          value={value('amendedVersionId')}
          problem={problem('amendedVersionId')}
          blank="なし（可決していない）"
          support="可決したときは、作業中の計画に修正を入れて版をつくり、それを選びます。"
          choices={versions.filter((one) => one.value !== bill.versionId)}
          width="mid"
        />
        <button class="dads-button dads-button--secondary" type="submit" name="act" value="decide">
          修正案の結果を記録する
        </button>
      </form>
    </Disclosure>
  )
}

/** What can be done next with a bill that is not resolved. */
export function BillForms({ bill, entered, problems, mayKeep }: BillProps) {
  if (!mayKeep || bill.outcome) return null
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  const revision = <input type="hidden" name="revision" value={bill.revision} />
  const act = entered['act']
  return (
    <Section id="next" title="次を記録する">
      <Disclosure label="委員会に付託する" open={act === 'refer'}>
        <form method="post" class="sb-form" aria-label="委員会に付託する" action="#error-summary">
          {revision}
          <TextField
            {...field('committee')}
            value={entered['committee'] ?? bill.committee}
            label="付託先"
            width="mid"
            required
          />
          <button class="dads-button dads-button--secondary" type="submit" name="act" value="refer">
            付託を記録する
          </button>
        </form>
      </Disclosure>
      <Disclosure label="修正案を加える" open={act === 'amend'}>
        <form method="post" class="sb-form" aria-label="修正案を加える" action="#error-summary">
          {revision}
          <TextField {...field('proposer')} label="提出者" support="例：総務委員会" width="mid" required />
          <TextField {...field('proposedOn')} label="修正案の日" width="short" required />
          <TextArea {...field('amendmentWords')} label="修正の内容" rows={4} required />
          <button class="dads-button dads-button--secondary" type="submit" name="act" value="amend">
            修正案を加える
          </button>
        </form>
      </Disclosure>
      <Disclosure label="議決を記録する" open={act === 'resolve'}>
        <form method="post" class="sb-form" aria-label="議決を記録する" action="#error-summary">
          {revision}
          <SelectField
            {...field('outcome')}
            label="議決の結果"
            choices={choicesOf(billOutcomeLabels)}
            width="mid"
          />
          <TextField {...field('resolvedOn')} label="議決の日" width="short" required />
          <div class="l-cols l-cols--2">
            <TextField {...field('votesFor')} label="賛成" inputMode="numeric" width="short" optional />
            <TextField {...field('votesAgainst')} label="反対" inputMode="numeric" width="short" optional />
          </div>
          <button class="dads-button" type="submit" name="act" value="resolve">
            議決を記録する
          </button>
        </form>
      </Disclosure>
    </Section>
  )
}
