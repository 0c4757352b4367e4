import { Badge, type BadgeTone } from '#src/ui/parts.tsx'
import { type PolicyChanges, weightLabels } from '../core/diff/change-groups.ts'
import { changedTexts } from '../core/diff/change-texts.ts'
import type { PlanChange, Weight } from '../core/diff/plan-change.ts'
import { type TextSpan, textDiff } from '../core/diff/text-diff.ts'

type ChangesProps = { policy: PolicyChanges }

const tones: Record<Weight, BadgeTone> = { major: 'warn', normal: 'info', minor: 'quiet' }

/** The changes of one policy, by measure: each a sentence, and the words where a text changed. */
export function ChangesOf({ policy }: ChangesProps) {
  return (
    <>
      {policy.measures.map(({ id, number, title, changes }) => (
        <section key={id ?? 'all'} id={id && `changes-${id}`} class="l-flow l-gap-after">
          <h3>{`${number} ${title}`.trim()}</h3>
          <ul class="sb-rows sb-rows--2">
            {changes.map((change) => (
              <Change key={keyOf(change)} change={change} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

const keyOf = (change: PlanChange) =>
  `${change.kind} ${change.subject.id} ${JSON.stringify(change.edits.map((edit) => edit.path))}`

function Change({ change }: { change: PlanChange }) {
  return (
    <li>
      <p>
        <Badge tone={tones[change.weight]}>{weightLabels[change.weight]}</Badge>
      </p>
      <div class="l-flow">
        <p>{change.sentence}</p>
        {(change.kind === 'text-changed' || change.kind === 'definition-changed') && (
          <Words change={change} />
        )}
      </div>
    </li>
  )
}

/** Old and new in one text; whoever sees no colours reads or hears the words 削除 and 追加. */
function Words({ change }: { change: PlanChange }) {
  const { before, after } = changedTexts(change)
  if (before === after) return null
  return (
    <p class="sb-box l-measure">
      <ChangedWords before={before} after={after} />
    </p>
  )
}

/** Two texts as one, with what was taken out and put in. */
export function ChangedWords({ before, after }: { before: string; after: string }) {
  return (
    <>
      {textDiff(before, after).map((span, position) => (
        <Span key={position} span={span} />
      ))}
    </>
  )
}

function Span({ span: { kind, text } }: { span: TextSpan }) {
  if (kind === 'same') return <>{text}</>
  return kind === 'added' ? (
    <ins class="sb-ins">
      <span class="sb-sub">［追加］</span>
      {text}
    </ins>
  ) : (
    <del class="sb-del">
      <span class="sb-sub">［削除］</span>
      {text}
    </del>
  )
}
