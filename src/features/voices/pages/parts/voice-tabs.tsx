import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../../core/permissions.ts'

/** The screens of the room by what one is about to do: so many in one row nobody would read. */
const groups = [
  {
    label: '声',
    tabs: [
      { href: '/staff/voices', label: '一覧', action: 'read-voices' },
      { href: '/staff/voices/requests', label: '要望と質問', action: 'read-voices' },
    ],
  },
  {
    label: '集める',
    tabs: [
      { href: '/staff/voices/new', label: '受付', action: 'take-in-voice' },
      { href: '/staff/voices/many', label: 'まとめて貼り付け', action: 'take-in-voice' },
      { href: '/staff/voices/import', label: 'CSVの取り込み', action: 'take-in-voice' },
      { href: '/staff/voices/survey-texts', label: '調査の自由記述', action: 'take-over-survey-texts' },
    ],
  },
  {
    label: '読み解く',
    tabs: [
      { href: '/staff/voices/groups', label: '同じ文面と話題', action: 'group-voices' },
      { href: '/staff/voices/words', label: '語をさがす', action: 'read-voices' },
      { href: '/staff/voices/network', label: '語のつながり', action: 'group-voices' },
      { href: '/staff/voices/word-list', label: '語の一覧', action: 'edit-codes' },
      { href: '/staff/voices/tables', label: '集計', action: 'read-voices' },
      { href: '/staff/voices/coverage', label: '抜けと偏り', action: 'read-voices' },
    ],
  },
  {
    label: '分類する',
    tabs: [
      { href: '/staff/voices/issues', label: '政策課題', action: 'read-issues' },
      { href: '/staff/voices/codes', label: '分類の枠組み', action: 'edit-codes' },
      { href: '/staff/voices/rules', label: '語による規則', action: 'edit-codes' },
      { href: '/staff/voices/trials', label: '分類の一致', action: 'sort-voices' },
    ],
  },
  {
    label: '書き出す・廃棄する',
    tabs: [
      { href: '/staff/voices/export', label: '書き出し', action: 'export-voices' },
      { href: '/staff/voices/contacts', label: '連絡先の廃棄', action: 'propose-purge' },
      { href: '/staff/voices/retention', label: '文の保存期限', action: 'propose-purge' },
    ],
  },
] as const

export type VoiceTab = (typeof groups)[number]['tabs'][number]['href']

/** The parts of the room as links, those the person may open: the kinds of work, and the screens of the present one. */
export function VoiceTabs({ actor, current }: { actor: Context['actor']; current: VoiceTab }) {
  const open = groups
    .map(({ label, tabs }) => ({
      label,
      tabs: tabs.filter(({ action }) => mayDo(actor, permissions, action)),
    }))
    .filter(({ tabs }) => tabs.length > 0)
  const here = open.find(({ tabs }) => tabs.some(({ href }) => href === current))
  return (
    <nav aria-label="市民の声の画面">
      <div class="dads-tab">
        {open.map((group) => (
          <a key={group.label} href={group.tabs[0]?.href} aria-current={group === here ? 'true' : undefined}>
            {group.label}
          </a>
        ))}
      </div>
      {here && (
        <ul class="sb-subtab">
          {here.tabs.map(({ href, label }) => (
            <li key={href}>
              <a href={href} aria-current={href === current ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      )}
    </nav>
  )
}

export const voicesCrumb = { label: '市民の声', href: '/staff/voices' }
