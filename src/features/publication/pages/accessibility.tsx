import { page } from '#src/platform/page.ts'
import { Section } from '#src/ui/parts.tsx'
import { homeCrumb } from './parts/public-page.tsx'

/** ウェブアクセシビリティ方針: which standard, what is tested, what not yet, and where to say so. */
export const accessibilityPage = page('/accessibility', {
  audience: 'public',
  show: async () => ({
    title: 'ウェブアクセシビリティ方針',
    crumbs: [homeCrumb],
    isInvented: false,
    body: <Accessibility />,
  }),
})

const tested = [
  'すべての種類のページを、自動の検査（axe）で確かめています。',
  'スクリプトを使わない設定でも、同じ内容が読め、同じことができます。',
  '文字と背景、枠線と背景の明るさの差を、すべての組合せについて計算で確かめています。',
  'グラフには題と説明があり、同じ値の表を付けています。色だけで区別するところはありません。',
  '見出しの順、本文へ移動するリンク、現在位置の表示を、すべてのページで同じにしています。',
  '幅の狭い画面（320ピクセル）でも、横に動かさずに読めます。横に広い表だけは、表の中で動かせます。',
]

const notYet = [
  '画面読み上げソフトを使う人や、キーボードだけを使う人による確認',
  'JIS X 8341-3:2016 にもとづく試験と、その結果の公表',
  'ふりがな、外国語、音声による案内',
]

function Accessibility() {
  return (
    <>
      <h1>ウェブアクセシビリティ方針</h1>
      <p class="sb-lead">だれもが計画を読み、数字を確かめられるように、このサイトをつくっています。</p>
      <Section id="standard" title="めざす規格">
        <dl class="dads-description-list">
          <div>
            <dt>対象</dt>
            <dd>このサイトのすべてのページ</dd>
          </div>
          <div>
            <dt>目標</dt>
            <dd>JIS X 8341-3:2016 の適合レベル AA、WCAG 2.2 の適合レベル AA</dd>
          </div>
          <div>
            <dt>対応度</dt>
            <dd>配慮（規格にもとづく試験の結果は、まだ公表していません）</dd>
          </div>
        </dl>
      </Section>
      <Section id="tested" title="確かめていること">
        <ul class="sb-list l-measure">
          {tested.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </Section>
      <Section id="not-yet" title="まだできていないこと">
        <ul class="sb-list l-measure">
          {notYet.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </Section>
      <Section id="contact" title="お知らせください">
        <p class="l-measure">
          読みにくいところ、使いにくいところがあれば、市役所の計画の担当へお知らせください。電話・FAX・窓口でもかまいません。代わりに読み上げ、書き取ります。
        </p>
      </Section>
    </>
  )
}
