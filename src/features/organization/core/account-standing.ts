import type { Account } from './account.ts'
import { isHeldOn, type Person } from './people.ts'
import { isValidOn, type OrganizationUnit } from './units.ts'

export type Surroundings = {
  people: readonly Person[]
  units: readonly OrganizationUnit[]
  /** The day the remarks are for. */
  day: string
}

/**
 * What an administrator should look at after transfers (人事異動): an account that still works although its unit has ended
 * or its person no longer holds a post there (security.md §1, threat 7). A stopped account needs nothing.
 */
export function standingRemarks(account: Account, { people, units, day }: Surroundings): string[] {
  if (account.state === 'disabled') return []
  return [
    ...unitRemarks(account, units, day),
    ...personRemarks(account, people, day),
    ...fieldRemarks(account),
  ]
}

/** A reviewer's field is that of the person; an account of nobody has none. */
const fieldRemarks = ({ roles, personId }: Account) =>
  roles.includes('reviewer') && !personId
    ? ['専門部会の役割がありますが、「職員」が選ばれていません。受け持つ分野がなく、依頼シートは読めません']
    : []

function unitRemarks({ unitId }: Account, units: readonly OrganizationUnit[], day: string): string[] {
  if (!unitId) return []
  const unit = units.find(({ id }) => id === unitId)
  return unit && isValidOn(unit, day) ? [] : ['所属の組織は、いまはありません']
}

function personRemarks({ personId, unitId }: Account, people: readonly Person[], day: string): string[] {
  if (!personId) return []
  const posts = people.find(({ id }) => id === personId)?.posts.filter((post) => isHeldOn(post, day)) ?? []
  if (posts.length === 0) return ['この職員には、いまの職がありません']
  const isThere = unitId === null || posts.some((post) => post.unitId === unitId)
  return isThere ? [] : ['所属が、この職員のいまの職と違います']
}
