import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Extension } from './extensions.ts'

type Answer = {
  unit: string
  /** The title of the round. */
  title: string
  roundId: string
  unitId: string
  /** The deadline as it is now: the new one, or the one that stays. */
  dueOn: string
  state: Exclude<Extension['state'], 'asked'>
  site: string
}

/** What a section hears of its deadline (期限の延長): granted or not, until when, and where the reason stands. */
export function extensionMail({ unit, title, roundId, unitId, dueOn, state, site }: Answer): {
  subject: string
  text: string
} {
  const isGranted = state === 'granted'
  return {
    subject: isGranted
      ? `回答期限を延長しました（${eraDay(dueOn)}まで）`
      : `回答期限は延長しません（${eraDay(dueOn)}まで）`,
    text: [
      `${unit} 御中`,
      '',
      `依頼：${title}`,
      `${isGranted ? '新しい期限' : '回答期限（変わりません）'}：${eraDay(dueOn)}`,
      '',
      '理由と、これまでのやり取りは、次のページで読めます。',
      `${site}/staff/sheets/rounds/${roundId}/units/${unitId}/extension`,
    ].join('\n'),
  }
}
