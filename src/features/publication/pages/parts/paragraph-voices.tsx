import type { HeardSummary } from '#src/features/voices/core/heard-summary.ts'
import { channelLabels } from '#src/features/voices/core/labels.ts'
import { Disclosure } from '#src/ui/parts.tsx'

export type ParagraphVoicesOf = ReadonlyMap<string, HeardSummary> | undefined

/** The voices behind one paragraph, folded away: how many came which way, and quotes that were released. */
export function ParagraphVoices({ voices, id }: { voices: ParagraphVoicesOf; id: string }) {
  const own = voices?.get(id)
  if (!own) return null
  return (
    <Disclosure label={`ここへの意見 ${own.total}件`}>
      <div class="l-flow">
        <p class="sb-sub">
          {own.byChannel.map(({ channel, count }) => `${channelLabels[channel]} ${count}件`).join('、')}
          。意見を募った版の文に寄せられました。割合を表す数ではありません。
        </p>
        {own.quotes.map((quote) => (
          <blockquote key={quote} class="sb-quote sb-prewrap" dir="auto">
            {quote}
          </blockquote>
        ))}
      </div>
    </Disclosure>
  )
}
