import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { Badge } from '#src/ui/parts.tsx'
import type { Participation } from '../../core/participation.ts'
import { dayWords } from './session-parts.tsx'

export function ParticipationList({ entries }: { entries: readonly Participation[] }) {
  return (
    <ul class="sb-rows sb-rows--2">
      {entries.map((entry) => (
        <li key={entry.id}>
          <p class="sb-rows__when">
            {entry.firstDay === entry.lastDay ? (
              dayWords({ ...entry, heldOn: entry.firstDay })
            ) : (
              <>
                <span class="nowrap">{eraDay(entry.firstDay)}〜</span>
                <span class="nowrap">{eraDay(entry.lastDay)}</span>
              </>
            )}
          </p>
          <div>
            <p>
              <Badge tone={entry.isCancelled ? 'error' : 'info'}>
                {entry.isCancelled ? '中止' : entry.kind}
              </Badge>{' '}
              <a href={entry.href}>{entry.title}</a>
            </p>
            {entry.place && <p class="sb-sub">場所：{entry.place}</p>}
            {entry.howTo && <p class="sb-sub">参加の方法：{entry.howTo}</p>}
          </div>
        </li>
      ))}
    </ul>
  )
}
