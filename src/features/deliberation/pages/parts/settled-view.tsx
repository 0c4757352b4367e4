import type { ComponentChildren } from 'preact'
import type { Inquiry } from '../../core/inquiry.ts'
import type { AgendaItem } from '../../core/meetings.ts'
import { isLaid, type Paper, paperAddress } from '../../core/papers.ts'
import { Fact } from './deliberation-tabs.tsx'

type SettledProps = { reason: string; here: string; children: ComponentChildren }

/** What is there, and why nothing of it can be changed. */
export function Settled({ reason, here, children }: SettledProps) {
  return (
    <>
      <div class="sb-box l-gap l-flow">
        <p>
          <b>{reason}</b>
        </p>
        <p>
          <a href={here}>会議の画面へ</a>
        </p>
      </div>
      <dl class="dads-description-list l-gap">{children}</dl>
    </>
  )
}

type ItemProps = { item: AgendaItem; agenda: readonly AgendaItem[]; inquiries: readonly Inquiry[] }

export function ItemFacts({ item, agenda, inquiries }: ItemProps) {
  const inquiry = inquiries.find(({ id }) => id === item.inquiryId)
  return (
    <>
      <Fact label="順番">
        {agenda.findIndex(({ id }) => id === item.id) + 1}番目（{agenda.length}件のうち）
      </Fact>
      <Fact label="公開">{item.isOpen ? '公開' : `非公開（${item.closedGround}）`}</Fact>
      {item.closedDecision && <Fact label="会議としての決定">{item.closedDecision}</Fact>}
      {inquiry && (
        <Fact label="審議する諮問">
          <a href={`/staff/inquiries/${inquiry.id}`}>{inquiry.subject}</a>
        </Fact>
      )}
    </>
  )
}

type PaperProps = { paper: Paper; agenda: readonly AgendaItem[]; folder: string }

export function PaperFacts({ paper, agenda, folder }: PaperProps) {
  return (
    <>
      <Fact label="資料の番号">{paper.label}</Fact>
      <Fact label="資料の名前">
        {isLaid(paper) ? (
          <a href={`${folder}/${paperAddress(paper)}`}>{paper.title}</a>
        ) : (
          `${paper.title}（取り下げました：${paper.withdrawnReason}）`
        )}
      </Fact>
      <Fact label="議題">{agenda.find(({ id }) => id === paper.agendaItemId)?.title ?? '会議の全体'}</Fact>
      <Fact label="公開">{paper.isPublic ? '開会から市民に公開する' : '市民に公開しない'}</Fact>
    </>
  )
}
