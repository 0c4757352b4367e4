import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { Section } from '#src/ui/parts.tsx'
import type { RelatedSheet } from '../../store/queries-related.ts'
import { relatedAddress } from './addresses.ts'
import { SheetBadge } from './sheet-state.tsx'

type Props = { related: readonly RelatedSheet[]; today: string; nameOf: (unitId: string) => string }

/** Sheets of other sections in which the own one is named (関係課). */
export function RelatedSheets({ related, today, nameOf }: Props) {
  if (related.length === 0) return null
  return (
    <Section id="related" title={`関係課に挙がっているシート（${related.length}）`}>
      <ul class="sb-tasks">
        {related.map(({ sheet }) => (
          <li key={sheet.id}>
            <a href={relatedAddress(sheet.id)}>
              {sheet.subject}（{nameOf(sheet.unitId)}）
            </a>
            <div>
              <p class="sb-due">{eraDay(sheet.dueOn)}まで</p>
              <SheetBadge sheet={sheet} today={today} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
