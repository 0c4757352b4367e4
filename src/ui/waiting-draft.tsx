import { eraDay, tokyoDay, tokyoTime } from '#src/lib/japanese/fiscal-year.ts'
import type { Download } from '#src/platform/page.ts'
import { Banner } from './parts.tsx'

type Props = { draft: { revision: number; savedAt: string }; isOpen: boolean; revision: number }

/** A draft (下書き) of this person that waits: open it, or throw it away. */
export function WaitingDraft({ draft, isOpen, revision }: Props) {
  if (isOpen) {
    return (
      <Banner tone="warn" title={`${whenWords(draft.savedAt)}の下書きを開いています。まだ保存していません。`}>
        {draft.revision !== revision && (
          <p>下書きのあとに、ほかの人が保存しています。内容を確かめてください。</p>
        )}
      </Banner>
    )
  }
  return (
    <Banner tone="warn" title={`保存していない下書きがあります（${whenWords(draft.savedAt)}）。`}>
      <div class="l-cluster">
        <a class="dads-button dads-button--secondary dads-button--small" href="?draft=open">
          下書きを開く
        </a>
        <form method="post">
          <button
            class="dads-button dads-button--quiet dads-button--small"
            name="act"
            value="discard"
            type="submit"
          >
            下書きを消す
          </button>
        </form>
      </div>
    </Banner>
  )
}

/** What the browser hears after it has sent a draft. */
export const draftKept = (now: Date): Download => ({
  file: JSON.stringify({ savedAt: whenWords(now.toISOString()) }),
  contentType: 'application/json',
  fileName: 'draft.json',
  inline: true,
})

function whenWords(instant: string): string {
  const at = new Date(instant)
  return `${eraDay(tokyoDay(at))} ${tokyoTime(at)}`
}
