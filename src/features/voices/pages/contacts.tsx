import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { enteredIn } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { ProblemSummary, TextField } from '#src/ui/field.tsx'
import { AboutScreen, EmptyState, ScrollFrame, Section } from '#src/ui/parts.tsx'
import { mayPurge, permissions } from '../core/permissions.ts'
import { readReceiptNumber } from '../core/receipt-number.ts'
import { confirmPurge, proposePurge } from '../store/commands/people.ts'
import { countPeople, listDuePeople, listPurges, type Purge } from '../store/queries/people.ts'
import { findTraced } from '../store/queries/trace.ts'
import { VoiceTabs, voicesCrumb } from './parts/voice-tabs.tsx'

/** 連絡先の廃棄: what is past its day, asked for by one person and carried out by another, with a record. */
export const contactsPage = page('/staff/voices/contacts', {
  audience: 'staff',
  show: (context) => screen(context, {}),
  async submit(context, _visit, form) {
    authorize(context, permissions, 'propose-purge')
    const { act, purgeId = '', receipt = '' } = enteredIn(form)
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

async function screen(context: Context, problems: Record<string, string>): Promise<Screen> {
  authorize(context, permissions, 'propose-purge')
  const [due, count, purges] = await Promise.all([
    listDuePeople(context, tokyoDay(context.now)),
    countPeople(context),
    listPurges(context),
  ])
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
          連絡先は{count}件あり、そのうち{due.length}件が、保存の期限（結果の公表から1年）を過ぎています。
        </p>
        {waiting ? (
          <Waiting
            purge={waiting}
            may={mayDo(context.actor, permissions, 'purge-contacts') && mayPurge(context.actor, waiting)}
          />
        ) : (
          due.length > 0 && (
            <form method="post">
              <button class="dads-button" name="act" value="propose" type="submit">
                {due.length}件の廃棄を申し出る
              </button>
            </form>
          )
        )}
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
        <Records purges={purges.filter(({ confirmedAt }) => confirmedAt !== undefined)} />
        <AboutScreen>
          <p>
            氏名・住所・連絡先は、暗号にして別の表に置いています。廃棄しても、意見・受付番号・市の考え方は残ります。
          </p>
        </AboutScreen>
      </>
    ),
  }
}

function Waiting({ purge, may }: { purge: Purge; may: boolean }) {
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

function Records({ purges }: { purges: readonly Purge[] }) {
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
                <th scope="col">照合のための値</th>
              </tr>
            </thead>
            <tbody>
              {purges.map((purge) => (
                <tr key={purge.id}>
                  <th scope="row">{eraDay(tokyoDay(new Date(purge.confirmedAt ?? 0)))}</th>
                  <td class="is-num">{purge.countBefore}</td>
                  <td class="is-num">{purge.countPurged}</td>
                  <td class="is-num">{purge.countAfter}</td>
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
