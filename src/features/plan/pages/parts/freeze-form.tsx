import type { Stage } from '#src/formats/plan-document.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { ProblemSummary, SelectField, TextArea } from '#src/ui/field.tsx'
import { Badge } from '#src/ui/parts.tsx'
import type { DecidingPlace } from '../../core/decided-by.ts'
import { ledgerKinds, type OwedEntry, reasonName } from '../../core/diff/ledger-entries.ts'
import { stageLabels } from '../../core/labels.ts'
import type { Gate } from '../../core/lint/finding.ts'
import type { LintReport } from '../../core/lint/lint-plan.ts'
import { freezings, gateLabels, gateStates } from '../../core/stages.ts'
import { lintAddress } from './addresses.ts'
import { DecisionFields } from './decision-fields.tsx'

/** Stage and gate as one value of the form. */
export const wayOf = ({ stage, gate }: { stage: Stage; gate: Gate }) => `${stage}:${gate}`

type Props = {
  planId: string
  report: LintReport
  owed: readonly OwedEntry[]
  places: readonly DecidingPlace[]
  entered?: Entered
  problems?: Problems
}

/** What each gate still holds back, and the form that makes a version. */
export function FreezeForm({ planId, report, owed, places, entered = {}, problems = {} }: Props) {
  const field = (name: string) => ({ name, value: entered[name], problem: problems[name] })
  return (
    <div class="l-cols l-cols--2 l-gap">
      <form method="post" class="sb-box l-flow-l" aria-labelledby="freeze">
        <ProblemSummary problems={problems} />
        <h2 id="freeze">いまの計画で版をつくる</h2>
        <SelectField
          {...field('way')}
          label="段階と関門"
          choices={freezings.map((one) => ({
            value: wayOf(one),
            label: `${stageLabels[one.stage]}（${gateLabels[one.gate]}）`,
          }))}
        />
        <TextArea
          {...field('publicNote')}
          label="この版の説明"
          support="公開ページに出ます。何が変わったかを書きます。"
          rows={2}
          optional
        />
        <DecisionFields field={field} places={places} support="成案と改定では必須です。" />
        {owed.length > 0 && <Reasons owed={owed} field={field} />}
        <button class="dads-button" name="act" value="freeze" type="submit">
          版をつくる
        </button>
      </form>
      <section aria-labelledby="gates">
        <h2 id="gates">関門</h2>
        <ul class="sb-rows">
          {gateStates(report).map(({ gate, blocking }) => (
            <li key={gate}>
              <p>{gateLabels[gate]}</p>
              <p>
                {blocking.length === 0 ? (
                  <Badge tone="ok">通れます</Badge>
                ) : (
                  <>
                    <Badge tone="error">止まる {blocking.length}件</Badge>{' '}
                    <a href={`${lintAddress(planId)}?gate=${gate}`}>
                      確かめる<span class="vh">：{gateLabels[gate]}</span>
                    </a>
                  </>
                )}
              </p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

type Field = (name: string) => { name: string; value: string | undefined; problem: string | undefined }

/** 変更台帳: each weakening or dropping asks why, once. */
function Reasons({ owed, field }: { owed: readonly OwedEntry[]; field: Field }) {
  const byField = Map.groupBy(owed, reasonName)
  return (
    <fieldset class="l-flow">
      <legend>変更台帳に残る変更（{owed.length}件）</legend>
      <p class="sb-sub">前の版から次の変更があります。理由は変更台帳に載り、公開されます。</p>
      {[...byField].map(([name, entries]) => (
        <TextArea
          key={name}
          {...field(name)}
          label={`${entries[0]?.name}：${entries[0] ? ledgerKinds[entries[0].kind] : ''}の理由`}
          support={entries.map(({ from, to }) => (to ? `${from} → ${to}` : from)).join('、')}
          rows={2}
        />
      ))}
    </fieldset>
  )
}
