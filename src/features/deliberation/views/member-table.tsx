import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { NoValue, ScrollFrame } from '#src/ui/parts.tsx'
import type { Membership } from '../core/bodies.ts'

type MemberTableProps = { members: readonly Membership[]; caption: string }

/** The roster: name, office, category, where from, term. */
export function MemberTable({ members, caption }: MemberTableProps) {
  return (
    <ScrollFrame label={caption}>
      <table class="dads-table dads-table--cards">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">氏名</th>
            <th scope="col">役</th>
            <th scope="col">区分</th>
            <th scope="col">所属・職</th>
            <th scope="col">任期</th>
          </tr>
        </thead>
        <tbody>
          {members.map(
            ({ id, name, office, category, affiliation, appointedBy, validFrom, validTo, leavingReason }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td data-label="役">{office || '委員'}</td>
                <td data-label="区分">{category || <NoValue words="区分なし" />}</td>
                <td data-label="所属・職">{affiliation || <NoValue words="記載なし" />}</td>
                <td data-label="任期">
                  {eraDay(validFrom)}〜{validTo && eraDay(validTo)}
                  {leavingReason && `（${leavingReason}）`}
                  {appointedBy && (
                    <>
                      <br />
                      <span class="sb-sub">委嘱・任命：{appointedBy}</span>
                    </>
                  )}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </ScrollFrame>
  )
}
