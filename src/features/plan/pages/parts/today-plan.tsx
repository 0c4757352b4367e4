import type { Owner } from '#src/features/organization/core/ownership.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { Badge } from '#src/ui/parts.tsx'
import type { Finding } from '../../core/lint/finding.ts'
import { numbersOf } from '../../core/numbering.ts'
import { mayEditItem } from '../../core/permissions.ts'
import type { WaitingDraft } from '../../store/queries/drafts.ts'
import { instantWords } from '../../store/queries/facts.ts'
import { conceptAddress, indicatorAddress, itemAddress, lintAddress } from './addresses.ts'
import { severityOf } from './findings-aside.tsx'
import { subjectOf } from './lint-list.ts'

/** 保存していない下書き: what was typed and left. */
export function Drafts({ plan, drafts }: { plan: PlanDocument; drafts: readonly WaitingDraft[] }) {
  if (drafts.length === 0) return null
  return (
    <section class="l-section" aria-labelledby="drafts">
      <h2 id="drafts">保存していない下書き</h2>
      <ul class="sb-tasks">
        {drafts.map(({ form, savedAt }) => (
          <li key={form}>
            <a href={draftAddress(plan.planId, form)}>{draftTitle(plan, form)}</a>
            <span class="sb-due">{instantWords(savedAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function draftAddress(planId: string, form: string): string {
  const [id = '', part = ''] = form.split('/')
  if (id.startsWith('in_')) return `${indicatorAddress(planId, id)}?draft=open`
  if (id.startsWith('pl_')) return `${conceptAddress(id)}?draft=open`
  return `${itemAddress(planId, id)}${part ? `/${part}` : ''}?draft=open`
}

function draftTitle(plan: PlanDocument, form: string): string {
  const id = form.split('/')[0] ?? ''
  const item = plan.items.find((one) => one.id === id)
  const indicator = plan.indicators.find((one) => one.id === id)
  return item?.title ?? indicator?.name ?? '基本構想と基本事項'
}

/** 先に直すもの: the findings that stop the plan, the first five. */
export function FirstFindings({ plan, stops }: { plan: PlanDocument; stops: readonly Finding[] }) {
  if (stops.length === 0) return null
  const numbers = numbersOf(plan)
  return (
    <section class="l-section" aria-labelledby="stops">
      <div class="l-section__head">
        <h2 id="stops">先に直すもの</h2>
        <a class="sb-arrow" href={`${lintAddress(plan.planId)}?severity=E`}>
          すべて見る
        </a>
      </div>
      <ul class="sb-tasks">
        {stops.slice(0, 5).map((finding) => {
          const { label, href } = subjectOf(plan, finding, numbers)
          return (
            <li key={finding.fingerprint}>
              <div>
                {href ? <a href={href}>{label}</a> : label}
                <small>{finding.message}</small>
              </div>
              <Badge tone={severityOf(finding.severity).tone}>{severityOf(finding.severity).label}</Badge>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** For people of a section: the measures they may edit. The secretariat has the whole tree. */
export function OwnMeasures({ plan, owner }: { plan: PlanDocument; owner: Owner }) {
  if (owner.roles.includes('secretariat')) return null
  const numbers = numbersOf(plan)
  const own = plan.items.filter((item) => item.kind === 'measure' && mayEditItem(owner, item))
  if (own.length === 0) return null
  return (
    <section class="l-section" aria-labelledby="own">
      <h2 id="own">担当する{plan.labels.measure}</h2>
      <ul class="sb-tasks">
        {own.map(({ id, title }) => (
          <li key={id}>
            <a href={itemAddress(plan.planId, id)}>
              {numbers.get(id)} {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
