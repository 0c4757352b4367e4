import type { Entered } from '#src/platform/form.ts'
import { Banner, Disclosure } from '#src/ui/parts.tsx'
import { newScenarioAddress } from './addresses.ts'

type Labels = Readonly<Record<string, string>>
type ShownProps = { labels: Labels; saved: Entered; isLocked: boolean }

/** For those who may only read, and for a scenario that was adopted. */
export function AssumptionsShown({ labels, saved, isLocked }: ShownProps) {
  return (
    <>
      <p class="sb-sub l-gap">
        {isLocked ? (
          <>
            計画フレームとして採用したケースなので、直せません。
            <a href={newScenarioAddress}>写してから直してください</a>。
          </>
        ) : (
          '読むだけの画面です。直せるのは、企画（事務局）です。'
        )}
      </p>
      <dl class="dads-description-list l-gap">
        {Object.entries(labels)
          .filter(([name]) => saved[name] !== undefined)
          .map(([name, label]) => (
            <div key={name}>
              <dt>{label}</dt>
              <dd class="sb-prewrap">
                <Words text={(saved[name] ?? '').replaceAll('\t', '　')} />
              </dd>
            </div>
          ))}
      </dl>
    </>
  )
}

/** A table of many lines is folded. */
function Words({ text }: { text: string }) {
  const lines = text.split('\n').length
  if (lines <= 12) return <>{text || 'なし'}</>
  return <Disclosure label={`${lines}行`}>{text}</Disclosure>
}

type MeanwhileProps = { labels: Labels; saved: Entered; entered: Entered }

/** Somebody else saved first: what is saved and what was typed, side by side. */
export function SavedMeanwhile({ labels, saved, entered }: MeanwhileProps) {
  const names = Object.keys(labels).filter(
    (name) => (saved[name] ?? '').trim() !== (entered[name] ?? '').trim(),
  )
  return (
    <Banner tone="warn" title="ほかの人が先に保存しました。あなたの入力は消えていません。">
      <p>残したい内容に直してから、もう一度保存してください。</p>
      <table class="dads-table">
        <caption>違うところ（{names.length}件）</caption>
        <thead>
          <tr>
            <th scope="col">欄</th>
            <th scope="col">いま保存されている内容</th>
            <th scope="col">あなたの入力</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">{labels[name]}</th>
              <td class="sb-prewrap">{saved[name] || '（空）'}</td>
              <td class="sb-prewrap">{entered[name] || '（空）'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Banner>
  )
}
