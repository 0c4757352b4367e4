import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { Section } from '#src/ui/parts.tsx'
import { type AssemblySession, sessionOn } from '../../core/assembly-session.ts'
import { type Amendment, amendmentOutcomeLabels, type Bill, billStanding } from '../../core/bill.ts'
import { votesWords } from './record-view.tsx'

type BillListProps = {
  bills: readonly Bill[]
  amendments: readonly Amendment[]
  sessions: readonly AssemblySession[]
  /** Versions residents can read: between two of them the difference is public. */
  publicVersions: ReadonlySet<string>
}

/** 議会: each bill on the plan, its amendments and the resolution. */
export function BillList({ bills, amendments, sessions, publicVersions }: BillListProps) {
  if (bills.length === 0) return null
  return (
    <Section id="bills" title="議会での審議">
      <ul class="sb-rows sb-rows--2">
        {bills.map((bill) => (
          <li key={bill.id} id={bill.id}>
            <p class="sb-rows__when">
              {eraDay(bill.submittedOn)}提出
              {bill.resolvedOn && <b>{eraDay(bill.resolvedOn)}議決</b>}
            </p>
            <div class="l-flow">
              <p class="sb-rows__title">
                {bill.number} {bill.title}
              </p>
              <p>
                {sessionWords(sessionOn(sessions, bill.bodyId, bill.submittedOn))}
                {billStanding(bill)}
                {votesWords(bill)}
              </p>
              <ul class="sb-list">
                {amendments
                  .filter(({ billId }) => billId === bill.id)
                  .map((amendment) => (
                    <li key={amendment.id}>
                      {amendment.proposer}の修正案（
                      {amendment.outcome ? amendmentOutcomeLabels[amendment.outcome] : '審査中'}）：
                      {amendment.words}
                      {amendment.versionId &&
                        publicVersions.has(amendment.versionId) &&
                        publicVersions.has(bill.versionId) && (
                          <a href={`/plan/diff/${bill.versionId}...${amendment.versionId}`}>
                            （変わるところを見る）
                          </a>
                        )}
                    </li>
                  ))}
              </ul>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const sessionWords = (session: AssemblySession | undefined) => (session ? `${session.name}に提出　` : '')
