import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import { enteredIn } from '#src/platform/form.ts'
import { type Download, page } from '#src/platform/page.ts'
import { AboutScreen, Section } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { exportVoices } from '../store/commands/export.ts'
import { VoiceTabs, voicesCrumb } from './parts/voice-tabs.tsx'

/** 書き出し: the voices as a file for the commands and for other installations, raw or as released. */
export const voiceExportPage = page('/staff/voices/export', {
  audience: 'staff',
  show(context) {
    authorize(context, permissions, 'export-voices')
    return Promise.resolve({
      title: '声の書き出し',
      crumbs: [voicesCrumb],
      body: (
        <>
          <div class="sb-title">
            <h1>声の書き出し</h1>
          </div>
          <VoiceTabs actor={context.actor} current="/staff/voices/export" />
          <Choice
            audience="office"
            title="庁内用"
            words="原文と要約、分類、受付番号が入ります。連絡先は入りません。取り下げられた声の文も入りません。庁外に出さないでください。"
            label="庁内用のファイルを書き出す"
          />
          <Choice
            audience="public"
            title="公開用"
            words="1人が個人情報を伏せ、別の人が公開を決めた文だけが入ります。受付番号は入りません。地区と年代は、同じ区分の提出が5件以上あるものだけです。"
            label="公開用のファイルを書き出す"
          />
          <AboutScreen>
            <p>
              形式は shirube-voice/1（JSON）です。<code>npx shirube voices group</code>・<code>network</code>
              ・<code>kwic</code> が、そのまま読めます。だれが書き出したかは、操作の記録に残ります。
            </p>
          </AboutScreen>
        </>
      ),
    })
  },
  async submit(context, _visit, form): Promise<Download> {
    const audience = enteredIn(form)['audience'] === 'public' ? 'public' : 'office'
    const file = await exportVoices(context, { audience })
    const name = `市民の声-${tokyoDay(context.now)}（${audience === 'public' ? '公開用' : '庁内用'}）.json`
    return {
      file: new TextEncoder().encode(`${JSON.stringify(file, undefined, 2)}\n`),
      contentType: 'application/json; charset=utf-8',
      fileName: name,
    }
  },
})

type ChoiceProps = { audience: 'office' | 'public'; title: string; words: string; label: string }

function Choice({ audience, title, words, label }: ChoiceProps) {
  return (
    <Section id={audience} title={title}>
      <form method="post" class="l-flow">
        <p class="l-measure">{words}</p>
        <input type="hidden" name="audience" value={audience} />
        <button
          class={audience === 'public' ? 'dads-button' : 'dads-button dads-button--secondary'}
          type="submit"
        >
          {label}
        </button>
      </form>
    </Section>
  )
}
