import { linkHref } from '../../core/plan-places.ts'
import type { ResultRow } from '../../core/result.ts'

/** 関係するところ of an answer: items of the plan with their page, other plans by their name. */
export function LinkList({ links }: Pick<ResultRow, 'links'>) {
  if (links.length === 0) return null
  return (
    <p>
      関係するところ：
      {links.map(({ ref, label }, at) => {
        const href = linkHref(ref)
        return (
          <span key={ref}>
            {at > 0 && '、'}
            {href ? <a href={href}>{label}</a> : label}
          </span>
        )
      })}
    </p>
  )
}
