import { Section, Stat } from '#src/ui/parts.tsx'
import { type EntryCounts, entryErrorRates } from '../../core/answering/double-entry.ts'
import { surveyAddress } from './staff-frame.tsx'

type StagesProps = { surveyId: string; current: 'first' | 'second' | 'sheets'; waiting: number }

/** The stages of keying in twice as links. */
export function EntryStages({ surveyId, current, waiting }: StagesProps) {
  const stages = [
    { name: 'first', label: '1回目の入力', href: surveyAddress(surveyId, '/entry') },
    { name: 'second', label: '2回目の入力', href: `${surveyAddress(surveyId, '/entry')}?pass=second` },
    {
      name: 'sheets',
      label: `待っている用紙（${waiting}枚）`,
      href: surveyAddress(surveyId, '/entry/sheets'),
    },
  ]
  return (
    <nav class="l-cluster l-gap sb-stages" aria-label="入力の段階">
      {stages.map(({ name, label, href }) => (
        <a key={name} href={href} aria-current={name === current ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  )
}

/** How well is keyed in: measured on the sheets that two people have keyed in. */
export function EntryQuality({ counts, waiting }: { counts: EntryCounts; waiting: number }) {
  const { differing, wrong } = entryErrorRates(counts)
  const rate = (value: number | undefined) => value?.toLocaleString('ja') ?? '―'
  return (
    <Section id="quality" title="入力の正確さ">
      <div class="l-cols l-cols--4">
        <Stat label="2回入力した用紙" value={counts.sheets.toLocaleString('ja')} unit="枚" />
        <Stat label="待っている用紙" value={waiting.toLocaleString('ja')} unit="枚" />
        <Stat
          label="2人の違い"
          value={rate(differing)}
          unit={differing === undefined ? '' : '欄'}
          note={`1万欄あたり（比べた欄 ${counts.fields.toLocaleString('ja')}）`}
        />
        <Stat
          label="1人の打ち間違い"
          value={rate(wrong)}
          unit={wrong === undefined ? '' : '欄'}
          note="1万欄あたり。1回だけの入力なら、これだけ残ります"
        />
      </div>
    </Section>
  )
}
