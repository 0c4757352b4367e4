import type { ComponentChildren } from 'preact'
import { Badge, type BadgeTone } from '#src/ui/parts.tsx'
import {
  type CaseSheet,
  type CaseState,
  caseStateLabels,
  daysOf,
  dayWithWeekday,
  deadlineRuleLabels,
} from '../../core/case.ts'

const tones: Readonly<Record<CaseState, BadgeTone>> = {
  draft: 'quiet',
  announced: 'info',
  open: 'ok',
  closed: 'warn',
  published: 'solid',
}

export const StateBadge = ({ state }: { state: CaseState }) => (
  <Badge tone={tones[state]}>{caseStateLabels[state]}</Badge>
)

/** 令和8年11月2日（月）から令和8年12月1日（火）まで（30日間、郵送は必着） */
export function periodWords(sheet: CaseSheet): string {
  const more = `${daysOf(sheet)}日間、郵送は${deadlineRuleLabels[sheet.deadlineRule]}`
  return `${dayWithWeekday(sheet.opensOn)}から${dayWithWeekday(sheet.closesOn)}まで（${more}）`
}

/** Rows of question and answer. Line breaks of the answer stay. */
export function FactList({ rows }: { rows: readonly (readonly [string, ComponentChildren])[] }) {
  return (
    <dl class="dads-description-list">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd class="sb-prewrap">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A sentence nobody should miss before an act (ui.md §3.8). */
export function Caution({ children }: { children: ComponentChildren }) {
  return (
    <p class="sb-warning">
      <span class="sb-warning__icon" aria-hidden="true">
        !
      </span>
      <span>
        <span class="vh">注意：</span>
        {children}
      </span>
    </p>
  )
}

export const commentsCrumb = { label: '参加する', href: '/comments' }
export const homeCrumb = { label: '総合計画', href: '/' }
