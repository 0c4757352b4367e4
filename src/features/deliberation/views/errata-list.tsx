import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Erratum } from '../core/errata.ts'
import { type InquiryErratum, inquiryPartLabels } from '../core/inquiry.ts'

/** 正誤 of one item of the minutes: what stands above, what it should have said, why, and since when. */
export function ErrataList({ errata, agendaItemId }: { errata: readonly Erratum[]; agendaItemId: string }) {
  const own = errata.filter((one) => one.agendaItemId === agendaItemId)
  if (own.length === 0) return null
  return (
    <>
      <h4>この議題の会議録の正誤</h4>
      <dl class="dads-description-list">
        {own.map((erratum) => (
          <div key={erratum.id} id={erratum.id}>
            <dt>{eraDay(erratum.correctedOn)}</dt>
            <dd class="sb-prewrap">
              <ErratumWords {...erratum} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** 諮問の訂正: the part of the letter beside the day. */
export function InquiryErrata({ errata }: { errata: readonly InquiryErratum[] }) {
  if (errata.length === 0) return null
  return (
    <>
      <h3>諮問の訂正</h3>
      <dl class="dads-description-list">
        {errata.map((erratum) => (
          <div key={JSON.stringify(erratum)}>
            <dt>
              {inquiryPartLabels[erratum.part]}（{eraDay(erratum.correctedOn)}）
            </dt>
            <dd class="sb-prewrap">
              <ErratumWords {...erratum} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const ErratumWords = ({ oldWords, newWords, reason }: Pick<Erratum, 'oldWords' | 'newWords' | 'reason'>) => (
  <>
    誤「<del>{oldWords}</del>」{'\n'}正「<ins>{newWords}</ins>」{'\n'}理由：{reason}
  </>
)
