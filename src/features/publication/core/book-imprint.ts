import { versionLabel } from '#src/features/plan/core/labels.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { type QrCode, qrCode } from '#src/lib/qr/qr-code.ts'
import { titleParts } from './book-title.ts'
import { pageAddress, shownAddress } from './page-address.ts'

/** What the caller knows and the document does not. */
export type ImprintOptions = {
  /** Where the public site stands: `https://plan.example.jp`. Without it there are no codes and no HTML twin. */
  siteUrl?: string | undefined
  /** Day of making, for a version that is not frozen: `YYYY-MM-DD`. */
  date?: string | undefined
  /** Office to ask, with its address and telephone as lines. */
  contact?: { office: string; lines: readonly string[] } | undefined
}

/** Who made the book of what, when, and under which terms. */
export type BookImprint = {
  title: string
  subtitle: string
  city: string
  version: string
  /** 成案 and 改定 are final; earlier versions say on every page what they are. */
  isFinal: boolean
  day: string
  dayWords: string
  publicNote: string
  licence: string
  isInvented: boolean
  site: { address: string; qr: QrCode } | null
  contact: { office: string; lines: readonly string[] } | null
}

export function bookImprint(plan: PlanDocument, { siteUrl, date, contact }: ImprintOptions): BookImprint {
  const { version } = plan
  const day = bookDay(plan, date)
  return {
    ...titleParts(plan.title),
    city: plan.municipalityName,
    version: version.label || versionLabel(version.stage, version.number),
    isFinal: version.stage === 'adopted' || version.stage === 'revised',
    day,
    dayWords: version.frozenOn ? eraDay(day) : `${eraDay(day)}現在`,
    publicNote: version.publicNote,
    licence: plan.municipalityName
      ? `出典として「${plan.municipalityName}　${plan.title}」を示せば、自由に利用できます（クリエイティブ・コモンズ 表示 4.0 国際）。`
      : '',
    isInvented: plan.isInvented,
    site: siteUrl ? siteOf(siteUrl) : null,
    contact: contact ?? null,
  }
}

/** A frozen version always carries its own day, so that it can be made again byte for byte. */
export const bookDay = ({ version, period }: Pick<PlanDocument, 'version' | 'period'>, date?: string) =>
  version.frozenOn ?? date ?? period.start

function siteOf(siteUrl: string) {
  const address = pageAddress(siteUrl, '/plan')
  return { address: shownAddress(address), qr: qrCode(address) }
}
