import { randomBytes } from 'node:crypto'
import type { Context } from '#src/platform/context.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { Banner } from '#src/ui/parts.tsx'
import { dropFeed, makeFeed } from '../store/commands.ts'
import { hasFeed } from '../store/queries.ts'
import { ProcessTabs, processCrumb } from './parts/process-tabs.tsx'

const here = '/staff/process/calendar'

/** 予定表: the secret address by which a person's own calendar program reads their deadlines. Shown once. */
export const calendarPage = page(here, {
  audience: 'staff',
  show: (context) => screen(context),
  async submit(context, { site }, form) {
    if (form.get('act') === 'drop') {
      await dropFeed(context, {})
      return { seeOther: `${here}?notice=removed` }
    }
    const token = randomBytes(24).toString('base64url')
    await makeFeed(context, { token })
    return screen(context, `${site}/process/calendar/${token}`)
  },
})

async function screen(context: Context, address?: string): Promise<Screen> {
  const has = await hasFeed(context)
  return {
    title: '予定表',
    crumbs: [processCrumb],
    body: (
      <>
        <div class="sb-title">
          <h1>予定表</h1>
        </div>
        <ProcessTabs actor={context.actor} current={here} />
        <div class="l-gap l-flow">
          {address && (
            <Banner title="予定表のアドレスをつくりました。この画面を閉じると、もう表示されません。">
              <p>
                <code>{address}</code>
              </p>
            </Banner>
          )}
          <p>
            自分の課の作業の期限と、公開している節目を、ふだん使う予定表のソフトに表示できます。ソフトの「URLで予定表を追加」に、つくったアドレスを入れます。
          </p>
          <p>アドレスを知っている人はだれでも読めます。人に教えず、もれたときは作り直してください。</p>
          <form method="post" class="l-cluster">
            <button class="dads-button" type="submit" name="act" value="make">
              {has ? 'アドレスを作り直す' : 'アドレスをつくる'}
            </button>
            {has && (
              <button class="dads-button dads-button--secondary" type="submit" name="act" value="drop">
                アドレスをやめる
              </button>
            )}
          </form>
          <p>
            市民向けの予定表は<a href="/process/calendar.ics">だれでも使えます</a>。
          </p>
        </div>
      </>
    ),
  }
}
