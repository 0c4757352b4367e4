import type { PublicPlan } from '#src/features/plan/core/public-plan.ts'
import { findPublicPlan } from '#src/features/plan/store/queries/public.ts'
import { page } from '#src/platform/page.ts'
import { Section } from '#src/ui/parts.tsx'
import { homeCrumb } from './parts/public-page.tsx'

/** このサイトについて: personal data, licence, where the figures come from. */
export const aboutPage = page('/about', {
  audience: 'public',
  async show(context) {
    const shown = await findPublicPlan(context)
    return {
      title: 'このサイトについて',
      crumbs: [homeCrumb],
      isInvented: shown?.plan.isInvented ?? false,
      body: <About name={shown?.plan.title ?? '総合計画'} credits={shown ? creditsOf(shown) : []} />,
    }
  },
})

type Credit = { words: string; url: string | undefined }

/** The sources of the figures that texts and indicators of the plan quote, each once. */
function creditsOf({ plan }: PublicPlan): Credit[] {
  const credits = new Map<string, Credit>()
  for (const { source } of plan.dataPoints) credits.set(source.ref, { words: source.ref, url: source.url })
  for (const { source } of plan.indicators) {
    const isPublished = source.kind === 'statistic' && source.ref !== '' && !credits.has(source.ref)
    if (isPublished) credits.set(source.ref, { words: source.ref, url: undefined })
  }
  return [...credits.values()]
}

function About({ name, credits }: { name: string; credits: readonly Credit[] }) {
  return (
    <>
      <h1>このサイトについて</h1>
      <Section id="personal" title="個人情報とクッキー">
        <ul class="sb-list l-measure">
          <li>計画を読むだけなら、クッキーは使いません。</li>
          <li>だれがどのページを読んだかは、記録しません。</li>
          <li>ほかの会社の部品、広告、アクセス解析は使っていません。</li>
        </ul>
      </Section>
      <Section id="licence" title="文章とデータの使い方">
        <p class="l-measure">
          計画の文章とデータは、クリエイティブ・コモンズ 表示 4.0 国際（CC BY 4.0）で使えます。「{name}
          」と出典を書けば、だれでも、商売にも、自由に使えます。
        </p>
      </Section>
      <Section id="addresses" title="ページのアドレス">
        <p class="l-measure">
          施策と指標のページのアドレスは、計画を見直しても変わりません。段落にも変わらないアドレスがあるので、意見を書くときや引用するときに使えます。
        </p>
      </Section>
      {credits.length > 0 && (
        <Section id="sources" title="データの出典">
          <ul class="sb-list l-measure">
            {credits.map(({ words, url }) => (
              <li key={words}>{url ? <a href={url}>{words}</a> : words}</li>
            ))}
          </ul>
          <p class="sb-sub l-gap">計画に載せるにあたって、市が集計・加工したものがあります。</p>
        </Section>
      )}
    </>
  )
}
