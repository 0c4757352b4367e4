import { z } from 'zod'
import type { EvidenceLink } from '#src/formats/plan-parts.ts'
import { optionalWholeNumber } from '#src/lib/form/decimal-number.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { type Entered, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { evidenceKindLabels, stanceLabels } from '../core/labels.ts'
import { addEvidence, removeEvidence } from '../store/commands/parts.ts'
import { itemAddress } from './parts/addresses.ts'
import { kindOfSource, listSourceChoices, listSourcePlaces } from './parts/evidence-sources.ts'
import { EvidenceView } from './parts/evidence-view.tsx'
import { type ItemFrame, itemFrame } from './parts/item-frame.tsx'

const wordsOf = <Labels extends object>(labels: Labels) => Object.keys(labels) as [keyof Labels & string]

const link = z.object({
  act: z.literal('add'),
  from: z.string().min(1, 'どの課題・方向の根拠かを選んでください'),
  source: z
    .string()
    .regex(/^([a-z-]+\/[a-z]{2}_[0-9a-z]{10}(#\S{1,40})?)?$/, '一覧から選んでください')
    .default(''),
  kind: z.enum(wordsOf(evidenceKindLabels), '種類を選んでください'),
  ref: z.string().trim().max(300),
  row: z.string().trim().max(100),
  column: z.string().trim().max(100),
  n: optionalWholeNumber('回答者の数は整数で書いてください'),
  stance: z.enum(wordsOf(stanceLabels)),
  level: z.coerce.number().int().min(0).max(5),
  quote: z.string().trim().max(1000),
  note: z.string().trim().max(1000),
})
const named = link.refine(({ source, ref }) => source !== '' || ref !== '', {
  path: ['ref'],
  message: '根拠を一覧から選ぶか、書いてください（例：市民意向調査2025 問8）',
})
const acts = z.discriminatedUnion('act', [
  named,
  z.object({ act: z.literal('remove'), evidenceId: z.string() }),
])

/** 根拠: what the issues and directions of a measure rest on. */
export const itemEvidencePage = page('/staff/plans/:planId/items/:itemId/evidence', {
  audience: 'staff',
  show: async (context, { params }) => screen(context, await measureFrame(context, params)),
  async submit(context, { params }, form) {
    const { planId, itemId } = params
    const here = `${itemAddress(planId, itemId)}/evidence`
    const read = readForm(acts, form)
    if (read.problems) {
      const frame = await measureFrame(context, params)
      return {
        ...(await screen(context, frame, { problems: read.problems, entered: read.entered })),
        status: 422,
      }
    }
    if (read.values.act === 'remove') {
      await removeEvidence(context, { itemId, evidenceId: read.values.evidenceId })
      return { seeOther: `${here}?notice=saved` }
    }
    await addEvidence(context, { itemId, link: linkOf(read.values) })
    return { seeOther: `${here}?notice=added` }
  },
})

function linkOf(typed: z.infer<typeof link>): Omit<EvidenceLink, 'id' | 'addedBy'> {
  const { from, source, kind, ref, row, column, n, stance, level, quote, note } = typed
  return {
    from,
    to: {
      kind: kindOfSource(source) ?? kind,
      ref: source && ref ? `${ref} [${source}]` : source || ref,
      ...(row ? { row } : {}),
      ...(column ? { column } : {}),
      ...(n === null ? {} : { n }),
    },
    stance,
    level,
    note,
    ...(quote ? { quote } : {}),
  }
}

async function measureFrame(context: Context, { planId, itemId }: { planId: string; itemId: string }) {
  const frame = await itemFrame(context, planId, itemId)
  if (frame.edited.item.kind !== 'measure') throw new Refusal('not-found', 'この項目に根拠の欄はありません')
  return frame
}

type Typed = { problems: Problems; entered: Entered }

async function screen(
  context: Context,
  frame: ItemFrame,
  { problems, entered }: Typed = { problems: {}, entered: {} },
): Promise<Screen> {
  const { item } = frame.edited
  const { planId, isInvented } = frame.plan
  return {
    title: `${frame.number} ${item.title}：根拠`,
    crumbs: [...frame.crumbs, { label: `${frame.number} ${item.title}`, href: itemAddress(planId, item.id) }],
    facts: frame.facts,
    isInvented,
    body: (
      <EvidenceView
        frame={frame}
        problems={problems}
        entered={entered}
        sources={await listSourceChoices(context, item.id)}
        places={await listSourcePlaces(context, frame.plan)}
      />
    ),
  }
}
