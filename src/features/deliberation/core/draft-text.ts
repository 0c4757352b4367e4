import { bindingsOf } from '#src/features/plan/core/bindings.ts'
import { numbersOf } from '#src/features/plan/core/numbering.ts'
import { type PlanNode, treeOf } from '#src/features/plan/core/plan-tree.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { PlanItem } from '#src/formats/plan-item.ts'
import type { ReadParagraph } from '#src/lib/document/quote-anchor.ts'
import { plainText } from '#src/lib/text/plain-text.ts'

/** A paragraph of a draft, with the heading of the field it stands in. */
export type DraftParagraph = ReadParagraph & { heading: string }

/** 案の1ページ: the concept, or one item of the plan, with what members can remark on. */
export type DraftPart = { id: string; title: string; depth: number; paragraphs: DraftParagraph[] }

/**
 * A version of the plan as members read it, part by part in the order of the plan: words without marks, figures filled in.
 * A text without paragraphs of its own goes by the id of its item and the name of the field, which stay too.
 */
export function draftParts(document: PlanDocument): DraftPart[] {
  const resolve = bindingsOf(document)
  const numbers = numbersOf(document)
  const read: Reader = (id, heading, text) => {
    const words = plainText(text, resolve).trim()
    return words === '' ? [] : [{ id, heading, words }]
  }
  const below = (nodes: readonly PlanNode[], depth: number): DraftPart[] =>
    nodes.flatMap(({ item, children }) => [
      {
        id: item.id,
        title: `${numbers.get(item.id) ?? ''} ${item.title}`.trim(),
        depth,
        paragraphs: itemParagraphs(item, document, read),
      },
      ...below(children, depth + 1),
    ])
  return [conceptPart(document, read), ...below(treeOf(document), 0)]
}

type Reader = (id: string, heading: string, text: string) => DraftParagraph[]

function conceptPart({ concept, labels }: PlanDocument, read: Reader): DraftPart {
  const { vision, principles, chapters } = concept
  return {
    id: vision.id,
    title: '基本構想',
    depth: 0,
    paragraphs: [
      ...read(`${vision.id}/title`, labels.vision, vision.title),
      ...read(`${vision.id}/text`, labels.vision, vision.text),
      ...principles.flatMap(({ id, title, text }) => read(`${id}/text`, title, text)),
      ...chapters.flatMap(({ heading, text }, place) =>
        read(`${vision.id}/chapters/${place + 1}`, heading, text),
      ),
    ],
  }
}

function itemParagraphs(item: PlanItem, { roleSet }: PlanDocument, read: Reader): DraftParagraph[] {
  const each = (heading: string, paragraphs: readonly { id: string; text: string }[]) =>
    paragraphs.flatMap(({ id, text }) => read(id, heading, text))
  const summary = read(`${item.id}/summary`, '概要', item.summary)
  if (item.kind === 'program') return [...summary, ...each('内容', item.text)]
  const desired = read(`${item.id}/desiredState`, '目指す姿', item.desiredState)
  if (item.kind === 'policy') return [...summary, ...desired]
  return [
    ...summary,
    ...desired,
    ...each('現状', item.situation),
    ...each('課題', item.issues),
    ...item.directions.flatMap(({ id, heading, text }) => read(id, heading || '施策の方向', text)),
    ...roleSet.flatMap(({ key, label }) => read(`${item.id}/roles/${key}`, label, item.roles[key] ?? '')),
  ]
}
