import type { Meeting } from '../../core/meetings.ts'

type ShortfallProps = { meeting: Meeting; mayRecord: boolean; isShort: boolean }

/** 流会 or 懇談: what becomes of a meeting to which too few members came. */
export function ShortfallForm({ meeting, mayRecord, isShort }: ShortfallProps) {
  const { state, isWritten, isTalk, revision } = meeting
  if (!isShort || !mayRecord || state !== 'held' || isWritten || isTalk) return null
  return (
    <form method="post" class="sb-form l-gap-after" aria-label="流会・懇談" action="#error-summary">
      <input type="hidden" name="revision" value={revision} />
      <p>
        流会にすると、会議は中止になり、理由が公開されます。懇談にすると、決定をせずに話し合い、記録を公開できます。
      </p>
      <div class="l-cluster">
        <button class="dads-button dads-button--secondary" type="submit" name="act" value="adjourned">
          流会にする
        </button>
        <button class="dads-button dads-button--secondary" type="submit" name="act" value="talk">
          懇談にする
        </button>
      </div>
    </form>
  )
}
