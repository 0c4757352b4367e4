import { type TextSpan, textDiff } from '#src/features/plan/core/diff/text-diff.ts'
import type { ResultChange } from '../../core/result.ts'

/** Old and new beside each other, with what was taken out and put in marked by line and word. */
export function BeforeAfter({ before, after }: Pick<ResultChange, 'before' | 'after'>) {
  const spans = textDiff(before, after)
  return (
    <div class="sb-diff">
      <div class="sb-diff__side sb-diff__side--old">
        <span class="sb-diff__label">修正前</span>
        <p class="sb-prewrap">
          {spans.map((span, position) => span.kind !== 'added' && <Span key={position} span={span} />)}
        </p>
      </div>
      <div class="sb-diff__side sb-diff__side--new">
        <span class="sb-diff__label">修正後</span>
        <p class="sb-prewrap">
          {spans.map((span, position) => span.kind !== 'removed' && <Span key={position} span={span} />)}
        </p>
      </div>
    </div>
  )
}

function Span({ span: { kind, text } }: { span: TextSpan }) {
  if (kind === 'same') return <>{text}</>
  return kind === 'added' ? (
    <ins class="sb-ins">
      <span class="vh">［追加］</span>
      {text}
    </ins>
  ) : (
    <del class="sb-del">
      <span class="vh">［削除］</span>
      {text}
    </del>
  )
}
