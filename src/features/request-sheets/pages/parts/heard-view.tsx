import { channelLabels } from '#src/features/voices/core/labels.ts'
import type { HeardAbout } from '#src/features/voices/store/queries/about-items.ts'
import { Disclosure } from '#src/ui/parts.tsx'

const mostShown = 5

/** 市民の声 about the measure of a sheet, at hand while it is filled in: how many by channel, and those that were released. */
export function HeardView({ heard }: { heard: readonly HeardAbout[] }) {
  if (heard.length === 0) return null
  const counts = [...Map.groupBy(heard, ({ channel }) => channel)].sort(([, a], [, b]) => b.length - a.length)
  const released = heard.filter((one) => one.released !== '')
  return (
    <div class="l-gap">
      <Disclosure label={`この施策への市民の声（${heard.length}件）`}>
        <p>{counts.map(([channel, own]) => `${channelLabels[channel]}${own.length}件`).join('、')}</p>
        {released.length === 0 ? (
          <p class="sb-sub">
            公開した文は、まだありません。原文は「市民の声」で読めます（読む権限のある人だけ）。
          </p>
        ) : (
          <ul class="sb-list">
            {released.slice(0, mostShown).map(({ opinionId, released: words, channel }) => (
              <li key={opinionId}>
                {words}
                <span class="sb-sub">（{channelLabels[channel]}）</span>
              </li>
            ))}
          </ul>
        )}
        {released.length > mostShown && (
          <p class="sb-sub">公開した文は、ほかに{released.length - mostShown}件あります。</p>
        )}
      </Disclosure>
    </div>
  )
}
