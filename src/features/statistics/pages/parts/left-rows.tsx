import type { Entered } from '#src/platform/form.ts'
import { Banner, ScrollFrame, Section } from '#src/ui/parts.tsx'
import type { LeftRow } from '../../core/read-source.ts'
import { importAddress } from './addresses.ts'
import { HiddenMapping, HiddenSource } from './hidden-source.tsx'

/** The choice to take in the other rows is carried in a field of its own. */
const field = { name: 'leaveOut', value: 'wrong-rows' }

export const hasLeftOut = (entered: Entered) => entered[field.name] === field.value

export const LeavesOut = () => <input type="hidden" name={field.name} value={field.value} />

type Rows = { left: readonly LeftRow[] }

/** Offers to go on without the rows in which something is wrong; that is looked at once more before it is done. */
export function LeaveOutChoice({ left, entered, fileId }: Rows & { entered: Entered; fileId: string }) {
  return (
    <Section id="leave-out" title="正しい行だけを取り込む">
      <div class="l-flow">
        <p>
          直せないときは、間違いのある{left.length}
          行を除いて、残りを取り込めます。除いた行の値は入りません。前の取り込みで入った値があれば、そのまま残ります。あとから、直したファイルを同じ「資料の名前」で取り込めます。
        </p>
        <RowTable left={left} caption="除くことになる行" />
        <form method="post" action={importAddress} encType="multipart/form-data" aria-labelledby="leave-out">
          <HiddenSource entered={entered} fileId={fileId} />
          <HiddenMapping entered={entered} />
          <LeavesOut />
          <button class="dads-button dads-button--secondary" type="submit">
            この{left.length}行を除いて、内容を確かめる
          </button>
        </form>
      </div>
    </Section>
  )
}

/** What is left out, above the report of what would be taken in. */
export const LeftOut = ({ left }: Rows) => (
  <>
    <Banner tone="warn" title={`間違いのある${left.length}行を除いています。`}>
      <p>下の{left.length}行は取り込みません。除いたことは、取り込みの記録に残ります。</p>
    </Banner>
    <RowTable left={left} caption="除く行" />
  </>
)

const RowTable = ({ left, caption }: Rows & { caption: string }) => (
  <ScrollFrame label={caption}>
    <table class="dads-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col" class="is-num">
            行
          </th>
          <th scope="col">行のはじめに書かれていること</th>
        </tr>
      </thead>
      <tbody>
        {left.map(({ line, words }) => (
          <tr key={line}>
            <th scope="row" class="is-num">
              {line}
            </th>
            <td>{words}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollFrame>
)
