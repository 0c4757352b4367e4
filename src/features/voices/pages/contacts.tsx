import { addDays } from '#src/lib/japanese/business-days.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { enteredIn } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { ProblemSummary, TextField } from '#src/ui/field.tsx'
import { AboutScreen, Section } from '#src/ui/parts.tsx'
import { mayPurge, permissions } from '../core/permissions.ts'
import { mayAgree } from '../core/purge-order.ts'
import { readReceiptNumber } from '../core/receipt-number.ts'
import { confirmPurge, proposePurge } from '../store/commands/people.ts'
import { listContactDays, listContacts, listDueContacts, listPurges } from '../store/queries/people.ts'
import { findPurgeOrder } from '../store/queries/purge-orders.ts'
import { findTraced } from '../store/queries/trace.ts'
import { ContactDays, OrderView, PurgeRecords, WaitingPurge } from './parts/purge-view.tsx'
import { submitPurgeOrder } from './parts/submit-purge-order.ts'
import { VoiceTabs, voicesCrumb } from './parts/voice-tabs.tsx'

/** 連絡先の廃棄: what is past its day, asked for by one person and carried out by another, with a record. */
export const contactsPage = page('/staff/voices/contacts', {
  audience: 'staff',
  show: (context) => screen(context, {}),
  async submit(context, _visit, form) {
    authorize(context, permissions, 'propose-purge')
    const { act, purgeId = '', receipt = '', orderId } = enteredIn(form)
    if (await submitPurgeOrder(context, 'contacts', { act, orderId }))
      return { seeOther: '/staff/voices/contacts?notice=saved' }
    if (act === 'propose') {
      await proposePurge(context, { day: tokyoDay(context.now) })
      return { seeOther: '/staff/voices/contacts?notice=saved' }
    }
    if (act === 'purge') {
      await confirmPurge(context, { purgeId })
      return { seeOther: '/staff/voices/contacts?notice=purged' }
    }
    const number = readReceiptNumber(receipt)
    const traced = number ? await findTraced(context, number) : undefined
    if (!traced)
      return { ...(await screen(context, { receipt: 'この受付番号の声はありません' })), status: 422 }
    return { seeOther: `/staff/voices/contacts/${traced.id}` }
  },
})

/** How far ahead the screen says what comes. */
const soonDays = 30

async function screen(context: Context, problems: Record<string, string>): Promise<Screen> {
  authorize(context, permissions, 'propose-purge')
  const today = tokyoDay(context.now)
  const [due, soon, kept, days, all, order] = await Promise.all([
    listDueContacts(context, today),
    listDueContacts(context, addDays(today, soonDays)),
    listContacts(context),
    listContactDays(context),
    listPurges(context),
    findPurgeOrder(context, 'contacts'),
  ])
  const mayPurgeContacts = mayDo(context.actor, permissions, 'purge-contacts')
  const purges = all.filter(({ subject }) => subject === 'contacts')
  const waiting = purges.find(({ confirmedAt }) => confirmedAt === undefined)
  return {
    title: '連絡先の廃棄',
    crumbs: [voicesCrumb],
    body: (
      <>
        <ProblemSummary problems={problems} />
        <div class="sb-title">
          <h1>連絡先の廃棄</h1>
        </div>
        <VoiceTabs actor={context.actor} current="/staff/voices/contacts" />
        <p class="l-gap">
          連絡先と原本の写しは{kept.length}件あり、そのうち{due.length}件が、保存の期限を過ぎています。
          {soonDays}日のうちに期限が来るものは、{soon.length - due.length}件です。
        </p>
        {waiting ? (
          <WaitingPurge purge={waiting} may={mayPurgeContacts && mayPurge(context.actor, waiting)} />
        ) : (
          due.length > 0 && (
            <form method="post">
              <button class="dads-button" name="act" value="propose" type="submit">
                {due.length}件の廃棄を申し出る
              </button>
            </form>
          )
        )}
        <ContactDays days={days} />
        <OrderView
          order={order}
          what="連絡先"
          mayAgree={mayPurgeContacts && order !== undefined && mayAgree(context.actor, order)}
        />
        {mayDo(context.actor, permissions, 'read-contact') && (
          <Section id="look" title="連絡先を見る">
            <form method="post" class="sb-form">
              <TextField
                name="receipt"
                label="受付番号"
                problem={problems['receipt']}
                support="例：7K3Q-9XM4-T7"
                width="mid"
              />
              <button class="dads-button dads-button--secondary" name="act" value="look" type="submit">
                さがす
              </button>
            </form>
          </Section>
        )}
        <PurgeRecords purges={purges.filter(({ confirmedAt }) => confirmedAt !== undefined)} />
        <AboutScreen>
          <p>
            氏名・住所・連絡先と、原本の写しは、暗号にして別の表に置いています。期限は、案件に書いた年数で決まります。結果の公表から数え、結果を公表しないときは、募集の終わりの日から数えます。廃棄しても、意見・受付番号・市の考え方は残ります。
          </p>
        </AboutScreen>
      </>
    ),
  }
}
