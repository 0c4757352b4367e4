import type { Role } from '#src/lib/permissions.ts'
import { Banner } from '#src/ui/parts.tsx'
import { roleRemarks } from '../core/account-roles.ts'

/** What an administrator should know about the roles one person holds together. */
export const RoleRemarks = ({ roles }: { roles: readonly Role[] }) => (
  <Remarks title="役割の組み合わせを確かめてください" remarks={roleRemarks(roles)} />
)

/** Sentences that ask for a look, none of which stops anything. */
export function Remarks({ title, remarks }: { title: string; remarks: readonly string[] }) {
  if (remarks.length === 0) return null
  return (
    <Banner tone="warn" title={title}>
      <ul class="sb-list">
        {remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
    </Banner>
  )
}
