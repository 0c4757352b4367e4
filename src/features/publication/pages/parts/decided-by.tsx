import type { VersionDecision } from '#src/features/plan/core/decided-by.ts'
import { eraDayDual } from '#src/lib/japanese/fiscal-year.ts'

/** Meetings and bills residents can open, by their address in the register. */
export type PublicPlaces = ReadonlyMap<string, { words: string; href: string }>

type Props = { decision: VersionDecision; places: PublicPlaces }

/** By what a version was decided and when; a link where residents can read the record. */
export function DecidedBy({ decision: { title, date, ref }, places }: Props) {
  const place = places.get(ref ?? '')
  return (
    <p class="sb-sub">
      決定：{title === place?.words ? <a href={place.href}>{title}</a> : title}（{eraDayDual(date)}）
      {place && title !== place.words && <a href={place.href}>{place.words}の記録</a>}
    </p>
  )
}
