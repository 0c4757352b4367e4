import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import type { HearingSlot } from './hearing-slots.ts'

/** 令和9年1月20日 13:00〜13:30　第2会議室 */
export const slotWords = ({ heldOn, startsAt, endsAt, place }: HearingSlot) =>
  `${eraDay(heldOn)} ${startsAt}〜${endsAt}${place ? `　${place}` : ''}`
