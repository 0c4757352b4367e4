import type { Entered } from '#src/platform/form.ts'
import { Banner } from '#src/ui/parts.tsx'

type StaleProps = { saved: Entered; typed: Entered; labels: Readonly<Record<string, string>> }

/** After somebody else saved first: what is saved now, where it differs. The form still holds what was typed. */
export function StaleBanner({ saved, typed, labels }: StaleProps) {
  const different = Object.entries(labels).filter(
    ([name]) => (saved[name] ?? '').trim() !== (typed[name] ?? '').trim(),
  )
  return (
    <Banner tone="warn" title="ほかの人が先に保存しました。あなたの入力は消えていません。">
      <p>下の欄には、あなたの入力が入ったままです。残したい内容に直してから、もう一度保存してください。</p>
      {different.length > 0 && (
        <dl class="dads-description-list">
          {different.map(([name, label]) => (
            <div key={name}>
              <dt>いま保存されている「{label}」</dt>
              <dd class="sb-prewrap">{saved[name] || '（空）'}</dd>
            </div>
          ))}
        </dl>
      )}
    </Banner>
  )
}
