import { z } from 'zod'
import { channels } from '#src/formats/voice.ts'
import { addDays } from '#src/lib/japanese/business-days.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { enteredIn, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { SelectField } from '#src/ui/field.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { AboutScreen, ScrollFrame, Section } from '#src/ui/parts.tsx'
import { channelLabels } from '../core/labels.ts'
import { mayPurge, permissions } from '../core/permissions.ts'
import { mayAgree } from '../core/purge-order.ts'
import { type Retention, retentionYears } from '../core/retention.ts'
import { confirmTextPurge, proposeTextPurge, setRetention } from '../store/commands/retention.ts'
import { listPurges } from '../store/queries/people.ts'
import { findPurgeOrder } from '../store/queries/purge-orders.ts'
import { listDueTexts, listRetention, listTexts } from '../store/queries/retention.ts'
import { OrderView, PurgeRecords, WaitingPurge } from './parts/purge-view.tsx'
import { choicesOf } from './parts/session-fields.tsx'
import { submitPurgeOrder } from './parts/submit-purge-order.ts'
import { VoiceTabs, voicesCrumb } from './parts/voice-tabs.tsx'

const ruleForm = z.object({
  channel: z.enum(channels, '経路を選んでください'),
  years: z.enum(['0', ...retentionYears.map(String)], '年数を選んでください').transform(Number),
})

/** 文の保存期限: for how long words are kept by channel, and the destruction of what is past its day. */
export const retentionPage = page('/staff/voices/retention', {
  audience: 'staff',
  show: (context) => screen(context, {}),
  async submit(context, _visit, form) {
    authorize(context, permissions, 'propose-purge')
    const { act, purgeId = '', orderId } = enteredIn(form)
    if (await submitPurgeOrder(context, 'texts', { act, orderId }))
      return { seeOther: '/staff/voices/retention?notice=saved' }
    if (act === 'propose') await proposeTextPurge(context, {})
    else if (act === 'purge') {
      await confirmTextPurge(context, { purgeId })
      return { seeOther: '/staff/voices/retention?notice=words-purged' }
    } else {
      const read = readForm(ruleForm, form)
      if (read.problems) return { ...(await screen(context, read.problems)), status: 422 }
      await setRetention(context, read.values)
    }
    return { seeOther: '/staff/voices/retention?notice=saved' }
  },
})

/** How far ahead the screen says what comes. */
const soonDays = 30

async function screen(context: Context, problems: Record<string, string>): Promise<Screen> {
  authorize(context, permissions, 'propose-purge')
  const today = tokyoDay(context.now)
  const [rules, due, soon, kept, all, order] = await Promise.all([
    listRetention(context),
    listDueTexts(context, today),
    listDueTexts(context, addDays(today, soonDays)),
    listTexts(context),
    listPurges(context),
    findPurgeOrder(context, 'texts'),
  ])
  const mayPurgeTexts = mayDo(context.actor, permissions, 'purge-contacts')
  const purges = all.filter(({ subject }) => subject === 'texts')
  const waiting = purges.find(({ confirmedAt }) => confirmedAt === undefined)
  return {
    title: '文の保存期限',
    crumbs: [voicesCrumb],
    body: (
      <>
        <FormHead problems={problems} />
        <div class="sb-title">
          <h1>文の保存期限</h1>
        </div>
        <VoiceTabs actor={context.actor} current="/staff/voices/retention" />
        <p class="l-gap">
          文は{kept.length}通あり、そのうち{due.length}通が、保存の期限を過ぎています。
          {soonDays}日のうちに期限が来るものは、{soon.length - due.length}通です。
        </p>
        {waiting ? (
          <WaitingPurge purge={waiting} may={mayPurgeTexts && mayPurge(context.actor, waiting)} />
        ) : (
          due.length > 0 && (
            <form method="post">
              <button class="dads-button" name="act" value="propose" type="submit">
                {due.length}通の文の廃棄を申し出る
              </button>
            </form>
          )
        )}
        <OrderView
          order={order}
          what="文"
          mayAgree={mayPurgeTexts && order !== undefined && mayAgree(context.actor, order)}
        />
        <Rules rules={rules} problems={problems} />
        <PurgeRecords purges={purges.filter(({ confirmedAt }) => confirmedAt !== undefined)} />
        <AboutScreen>
          <p>
            期限を変えると、自動廃棄の取り決めは終わります。新しい期限で、もう一度、2人で取り決めてください。廃棄すると、原文、公開していない文、前の文、会の記録の文が消えます。公開した文と要約、受付番号、分類、施策との結び付き、件数は残ります。
          </p>
        </AboutScreen>
      </>
    ),
  }
}

type RulesProps = { rules: readonly Retention[]; problems: Record<string, string> }

function Rules({ rules, problems }: RulesProps) {
  const years = new Map(rules.map((rule) => [rule.channel, rule.years]))
  return (
    <Section id="rules" title="経路ごとの期限">
      <ScrollFrame label="経路ごとの期限">
        <table class="dads-table">
          <caption>経路ごとの期限（受けた日から）</caption>
          <thead>
            <tr>
              <th scope="col">経路</th>
              <th scope="col">期限</th>
            </tr>
          </thead>
          <tbody>
            {channels.map((channel) => (
              <tr key={channel}>
                <th scope="row">{channelLabels[channel]}</th>
                <td>{years.has(channel) ? `${years.get(channel)}年` : '決めていない（残す）'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      <form method="post" class="sb-form l-gap">
        <SelectField
          name="channel"
          label="経路"
          problem={problems['channel']}
          blank="選んでください"
          choices={choicesOf(channelLabels)}
          width="mid"
        />
        <SelectField
          name="years"
          label="期限"
          problem={problems['years']}
          choices={[
            ...retentionYears.map((value) => ({ value: String(value), label: `${value}年` })),
            { value: '0', label: '決めない（残す）' },
          ]}
          width="short"
        />
        <button class="dads-button dads-button--secondary" name="act" value="rule" type="submit">
          期限を決める
        </button>
      </form>
    </Section>
  )
}
