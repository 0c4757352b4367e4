import type { Finding } from '#src/features/plan/core/lint/finding.ts'
import { comparedItems } from '#src/features/statistics/core/compared-items.ts'
import { SelectField } from '#src/ui/field.tsx'
import { Badge, type BadgeTone } from '#src/ui/parts.tsx'
import { type Verdict, verdictLabels } from '../../core/realism/target-realism.ts'
import type { Realism } from './realism-facts.ts'

const tones: Record<Verdict, BadgeTone> = {
  reached: 'warn',
  onTrack: 'ok',
  faster: 'info',
  beyond: 'warn',
  noise: 'warn',
  unknown: 'quiet',
}

/** Which statistics the city is compared by. */
const peersChoice = (peersId: string) => ({
  name: 'peers',
  label: 'くらべる統計',
  value: peersId,
  blank: 'くらべない',
  choices: comparedItems.map(({ id, label }) => ({ value: id, label })),
  width: 'mid' as const,
})

const severities: Record<Finding['severity'], { label: string; tone: BadgeTone }> = {
  E: { label: '止まる', tone: 'error' },
  W: { label: '注意', tone: 'warn' },
  I: { label: '助言', tone: 'quiet' },
}

/** 点検の指摘 of the indicators as they stand on the sheet. */
function Findings({ findings }: { findings: Realism['findings'] }) {
  if (findings.length === 0) return <p>点検：この指標への指摘は、ありません。</p>
  return (
    <>
      <h3>点検の指摘（{findings.length}）</h3>
      <ul class="sb-list">
        {findings.map(({ ruleId, fingerprint, severity, message, advice }) => (
          <li key={`${ruleId}${fingerprint}`}>
            <Badge tone={severities[severity].tone}>{severities[severity].label}</Badge> {message}
            <span class="sb-sub">　{advice}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Lines({ realism: { verdict, lines, findings } }: { realism: Realism }) {
  return (
    <>
      <p>
        <Badge tone={tones[verdict]}>{verdictLabels[verdict]}</Badge>
      </p>
      <dl class="dads-description-list">
        {lines.map(({ topic, words }) => (
          <div key={`${topic}${words}`}>
            <dt>{topic}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <Findings findings={findings} />
      <p class="sb-sub">判断の材料です。この内容にかかわらず、保存も承認もできます。</p>
    </>
  )
}

/** 目標値の妥当性 inside the form, under the target itself: what the numbers say of it. It informs and never blocks. */
export function RealismBox({ realism }: { realism: Realism }) {
  return (
    <section class="sb-box l-flow" aria-labelledby="realism" aria-live="polite">
      <h2 id="realism">目標値の妥当性</h2>
      <Lines realism={realism} />
      <SelectField {...peersChoice(realism.peersId)} />
      <button class="dads-button dads-button--secondary" type="submit" name="act" value="look">
        保存せずに、目標値の妥当性を見る
      </button>
    </section>
  )
}

/** The same for whoever only reads the sheet. */
export function RealismView({ realism, address }: { realism: Realism; address: string }) {
  return (
    <section class="sb-box l-flow l-gap" aria-labelledby="realism">
      <h2 id="realism">目標値の妥当性</h2>
      <Lines realism={realism} />
      <form method="get" action={address} class="l-cluster">
        <SelectField {...peersChoice(realism.peersId)} />
        <button class="dads-button dads-button--secondary" type="submit">
          くらべる
        </button>
      </form>
    </section>
  )
}
