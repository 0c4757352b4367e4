import { Banner, ScrollFrame } from './parts.tsx'

export type VersionRow = { label: string; saved: string; typed: string }

/** After somebody else saved first: both versions side by side. The form below still holds what was typed. */
export function BothVersions({ rows }: { rows: readonly VersionRow[] }) {
  const different = rows.filter(({ saved, typed }) => saved.trim() !== typed.trim())
  return (
    <Banner tone="warn" title="ほかの人が先に保存しました。あなたの入力は消えていません。">
      <p>下の欄には、あなたの入力が入ったままです。残したい内容に直してから、もう一度保存してください。</p>
      {different.length === 0 && <p>保存されている内容と、あなたの入力は同じです。</p>}
      {different.length > 0 && (
        <ScrollFrame label="保存されている内容と、あなたの入力の違い">
          <table class="dads-table">
            <caption>違うところ（{different.length}件）</caption>
            <thead>
              <tr>
                <th scope="col">欄</th>
                <th scope="col">いま保存されている内容</th>
                <th scope="col">あなたの入力</th>
              </tr>
            </thead>
            <tbody>
              {different.map(({ label, saved, typed }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td class="sb-prewrap">{saved || '（空）'}</td>
                  <td class="sb-prewrap">{typed || '（空）'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollFrame>
      )}
    </Banner>
  )
}
