import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { Badge, type BadgeTone, Banner, Section } from '#src/ui/parts.tsx'
import { type OpeningCheck, openingProblems, openingStateLabels } from '../../core/opening.ts'
import { mayOpen, permissions } from '../../core/permissions.ts'
import type { CommentCase } from '../../store/queries/cases.ts'
import { Caution } from './comment-parts.tsx'

const tones: Readonly<Record<OpeningCheck['state'], BadgeTone>> = {
  ready: 'ok',
  stops: 'warn',
  passes: 'info',
}

type Props = { actor: Context['actor']; current: CommentCase; checks: readonly OpeningCheck[] }

/** 公表する: everything that was looked at, what of it stops the announcement and why, and the announcement. */
export function OpeningView({ actor, current, checks }: Props) {
  const problems = openingProblems(checks)
  const may = mayDo(actor, permissions, 'open-case') && mayOpen(actor, current)
  return (
    <Section id="opening" title="公表する">
      {problems.length > 0 ? (
        <Banner tone="warn" title={`まだ公表できません。公表を止めることが${problems.length}件あります。`} />
      ) : (
        <p>公表を止めることは、ありません。</p>
      )}
      <ul class="sb-tasks l-gap">
        {checks.map(({ label, state, words }) => (
          <li key={label}>
            <div>
              <span class="l-cluster">
                <b>{label}</b>
                <Badge tone={tones[state]}>{openingStateLabels[state]}</Badge>
              </span>
              {words.map((sentence) => (
                <small key={sentence}>{sentence}</small>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {may && problems.length === 0 && (
        <form method="post" class="l-flow l-gap">
          <input type="hidden" name="revision" value={current.revision} />
          <Caution>公表すると、案件の中身は変えられません。始まりの日までは「予告」として見えます。</Caution>
          <button class="dads-button" type="submit">
            この意見募集を公表する
          </button>
        </form>
      )}
      {!may && <p class="l-gap">公表は、この案件を最後に書いた人とは別の人（企画か公開責任者）がします。</p>}
    </Section>
  )
}
