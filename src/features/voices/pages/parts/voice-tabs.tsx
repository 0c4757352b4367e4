import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../../core/permissions.ts'

const tabs = [
  { href: '/staff/voices', label: '一覧', action: 'read-voices' },
  { href: '/staff/voices/new', label: '受付', action: 'take-in-voice' },
  { href: '/staff/voices/many', label: 'まとめて貼り付け', action: 'take-in-voice' },
  { href: '/staff/voices/import', label: 'CSVの取り込み', action: 'take-in-voice' },
  { href: '/staff/voices/survey-texts', label: '調査の自由記述', action: 'take-over-survey-texts' },
  { href: '/staff/voices/groups', label: '同じ文面と話題', action: 'group-voices' },
  { href: '/staff/voices/words', label: '語をさがす', action: 'read-voices' },
  { href: '/staff/voices/tables', label: '集計', action: 'read-voices' },
  { href: '/staff/voices/coverage', label: '抜けと偏り', action: 'read-voices' },
  { href: '/staff/voices/network', label: '語のつながり', action: 'group-voices' },
  { href: '/staff/voices/requests', label: '要望と質問', action: 'read-voices' },
  { href: '/staff/voices/issues', label: '政策課題', action: 'read-issues' },
  { href: '/staff/voices/codes', label: '分類の枠組み', action: 'edit-codes' },
  { href: '/staff/voices/rules', label: '語による規則', action: 'edit-codes' },
  { href: '/staff/voices/trials', label: '分類の一致', action: 'sort-voices' },
  { href: '/staff/voices/export', label: '書き出し', action: 'export-voices' },
  { href: '/staff/voices/contacts', label: '連絡先の廃棄', action: 'propose-purge' },
  { href: '/staff/voices/retention', label: '文の保存期限', action: 'propose-purge' },
] as const

export type VoiceTab = (typeof tabs)[number]['href']

/** The parts of the room as links: those the person may open. */
export function VoiceTabs({ actor, current }: { actor: Context['actor']; current: VoiceTab }) {
  const open = tabs.filter(({ action }) => mayDo(actor, permissions, action))
  return (
    <nav class="dads-tab" aria-label="市民の声の画面">
      {open.map(({ href, label }) => (
        <a key={href} href={href} aria-current={href === current ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  )
}

export const voicesCrumb = { label: '市民の声', href: '/staff/voices' }
