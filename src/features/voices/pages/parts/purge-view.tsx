import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { EmptyState, ScrollFrame, Section } from '#src/ui/parts.tsx'
import { isInForce, type PurgeOrder } from '../../core/purge-order.ts'
import type { ContactDay, Purge } from '../../store/queries/people.ts'

/** An application that waits for the second person. */
export function WaitingPurge({ purge, may }: { purge: Purge; may: boolean }) {
  return (
    <form method="post" class="sb-box l-flow l-gap">
      <p>{eraDay(tokyoDay(new Date(purge.proposedAt)))}に、廃棄の申し出がありました。</p>
      <input type="hidden" name="purgeId" value={purge.id} />
      {may ? (
        <button class="dads-button" name="act" value="purge" type="submit">
          廃棄する（元に戻せません）
        </button>
      ) : (
        <p>申し出た人とは別の、個人情報取扱の人が廃棄します。</p>
      )}
    </form>
  )
}

type OrderProps = {
  order: PurgeOrder | undefined
  what: string
  mayAgree: boolean
}

/** 自動廃棄: asked for by one person, agreed to by another, then done every morning; ended by anyone of them at once. */
export function OrderView({ order, what, mayAgree }: OrderProps) {
  const isRunning = order !== undefined && isInForce(order)
  return (
    <Section id="order" title="自動廃棄">
      <form method="post" class="l-flow">
        {!order && <p>期限の日に、人が押さなくても{what}を廃棄するように、2人で取り決めることができます。</p>}
        {order && !isRunning && (
          <p>
            {eraDay(tokyoDay(new Date(order.orderedAt)))}に、自動廃棄の申し出がありました。
            {!mayAgree && '申し出た人とは別の、個人情報取扱の人が決めます。'}
          </p>
        )}
        {isRunning && (
          <p>
            {eraDay(tokyoDay(new Date(order.agreedAt ?? 0)))}に2人で取り決めました。期限を過ぎた{what}
            は、毎朝8時すぎに廃棄され、記録が残ります。
          </p>
        )}
        <div class="l-cluster">
          {order && <input type="hidden" name="orderId" value={order.id} />}
          {!order && (
            <button class="dads-button dads-button--secondary" name="act" value="order" type="submit">
              自動廃棄を申し出る
            </button>
          )}
          {order && !isRunning && mayAgree && (
            <button class="dads-button" name="act" value="agree" type="submit">
              自動廃棄を取り決める
            </button>
          )}
          {order && (
            <button class="dads-button dads-button--secondary" name="act" value="end-order" type="submit">
              自動廃棄をやめる
            </button>
          )}
        </div>
      </form>
    </Section>
  )
}

/** Until when the contact data of each case are kept. */
export function ContactDays({ days }: { days: readonly ContactDay[] }) {
  if (days.length === 0) return null
  return (
    <Section id="days" title="案件ごとの期限">
      <ScrollFrame label="案件ごとの期限">
        <table class="dads-table">
          <caption>連絡先を残す最後の日</caption>
          <thead>
            <tr>
              <th scope="col">案件</th>
              <th scope="col" class="is-num">
                連絡先（件）
              </th>
              <th scope="col">残す最後の日</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ label, contacts, keptUntil }) => (
              <tr key={`${label}${keptUntil}`}>
                <th scope="row">{label || '（案件なし）'}</th>
                <td class="is-num">{contacts}</td>
                <td>{keptUntil ? eraDay(keptUntil) : '決まっていません'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </Section>
  )
}

/** What was destroyed, when and how much; a hash stands for what it was. */
export function PurgeRecords({ purges }: { purges: readonly Purge[] }) {
  return (
    <Section id="records" title="廃棄の記録">
      {purges.length === 0 && (
        <EmptyState title="まだ廃棄していません。">
          <p>廃棄すると、日付・件数・照合のための値が、ここに残ります。</p>
        </EmptyState>
      )}
      {purges.length > 0 && (
        <ScrollFrame label="廃棄の記録">
          <table class="dads-table dads-table--wide">
            <caption>廃棄の記録</caption>
            <thead>
              <tr>
                <th scope="col">廃棄した日</th>
                <th scope="col" class="is-num">
                  前（件）
                </th>
                <th scope="col" class="is-num">
                  廃棄（件）
                </th>
                <th scope="col" class="is-num">
                  後（件）
                </th>
                <th scope="col">しかた</th>
                <th scope="col">照合のための値</th>
              </tr>
            </thead>
            <tbody>
              {purges.map((purge) => (
                <tr key={purge.id}>
                  <th scope="row">
                    <a href={`/staff/voices/purges/${purge.id}`}>
                      {eraDay(tokyoDay(new Date(purge.confirmedAt ?? 0)))}の証明書
                    </a>
                  </th>
                  <td class="is-num">{purge.countBefore}</td>
                  <td class="is-num">{purge.countPurged}</td>
                  <td class="is-num">{purge.countAfter}</td>
                  <td>{purge.isByOrder ? '期限の日に自動' : '2人で1回ずつ'}</td>
                  <td>
                    <code>{purge.hash.slice(0, 23)}…</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollFrame>
      )}
    </Section>
  )
}
