import { numbersOf } from '#src/features/plan/core/numbering.ts'
import { type PlanNode, treeOf } from '#src/features/plan/core/plan-tree.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { heading, paragraph, type TextBlock, type TextDocument } from '#src/lib/document/text-document.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { plainText } from '#src/lib/text/plain-text.ts'
import type { Session, Step } from './session.ts'

type Handout = { session: Session; steps: readonly Step[]; plan: PlanDocument; label: string; city: string }

/** 説明会で配る資料: of the frozen version only, with its hash, so that everybody can tell which text was explained. */
export function handoutDocument({ session, steps, plan, label, city }: Handout): TextDocument {
  const questions = steps.filter(({ kind }) => kind === 'question')
  return {
    title: `${plan.title}（${label}）のあらまし`,
    subtitle: [
      `${session.title}　${eraDay(session.heldOn)}`,
      `計画期間　${eraDay(plan.period.start)}〜${eraDay(plan.period.end)}`,
    ],
    author: city,
    date: session.heldOn,
    header: [plan.isInvented ? '見本（架空）' : '', `${label}　照合用の値 ${plan.version.hash.slice(0, 12)}`]
      .filter(Boolean)
      .join('　'),
    hasContents: false,
    isLandscape: false,
    blocks: [
      heading(1, 'めざすまちの姿'),
      { kind: 'paragraph', runs: [{ strong: [plan.concept.vision.title] }], look: 'lead' },
      ...(plan.concept.vision.text ? [paragraph(plainText(plan.concept.vision.text))] : []),
      heading(1, '分野と施策'),
      ...treeOf(plan).flatMap((node) => fieldBlocks(node, numbersOf(plan))),
      ...(questions.length > 0 ? [heading(1, 'ご意見を聞かせてください')] : []),
      ...questions.map(({ text }) => paragraph(`・${text}`)),
      ...(session.contact ? [paragraph(`問い合わせ先：${session.contact}`)] : []),
    ],
  }
}

function fieldBlocks({ item, children }: PlanNode, numbers: ReadonlyMap<string, string>): TextBlock[] {
  if (item.kind === 'program') return []
  const title = `${numbers.get(item.id) ?? ''}　${item.title}`.trim()
  if (item.kind === 'measure') {
    return [
      paragraph({ strong: [title] }, ...(item.desiredState ? ['：', plainText(item.desiredState)] : [])),
    ]
  }
  return [
    heading(2, title),
    ...(item.desiredState ? [paragraph(plainText(item.desiredState))] : []),
    ...children.flatMap((child) => fieldBlocks(child, numbers)),
  ]
}
