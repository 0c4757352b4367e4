import { findPrimaryPlan } from '#src/features/plan/store/queries/plans.ts'
import { addBusinessDays } from '#src/lib/japanese/business-days.ts'
import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { measureSheets, unitSheets } from './core/asked-sheets.ts'
import { type Answers, tableOf, tableText } from './core/fields.ts'
import { presetTemplates, type SheetTemplate, sheetTemplates } from './core/sheet-templates.ts'
import { missingFields, type RequestSheet } from './core/sheets.ts'
import { approveSheet, fillSheet, makeRound, sendRound } from './store/commands.ts'
import { addSlots, takeSlot } from './store/commands-hearings.ts'
import { acceptSheet, commentOnSheet, returnSheet } from './store/commands-review.ts'
import { addField, addTemplate } from './store/commands-templates.ts'
import { listSheets } from './store/queries.ts'
import { getGround, listSections } from './store/queries-ground.ts'
import { listSlots } from './store/queries-hearings.ts'

const preset = (type: SheetTemplate['sheetType']) =>
  presetTemplates.find(({ sheetType }) => sheetType === type) as SheetTemplate

/**
 * Three rounds over the sample plan: a survey of the situation that is done, hearings under way, and target sheets, part
 * of them answered, one returned, one late. Invented (見本（架空）).
 */
export async function sample(context: Context) {
  if (!(await findPrimaryPlan(context))) return
  const ground = await getGround(context, preset('target'))
  const targets = measureSheets(ground)
  if (targets.length === 0) return
  const today = tokyoDay(context.now)
  const unitIds = [...new Set(targets.map(({ unitId }) => unitId))].slice(0, 6)
  await situationRound(context, { unitIds, dueOn: addBusinessDays(today, -30) })
  const roundId = await makeRound(context, {
    title: '施策・目標値依頼シート 第1回（架空）',
    sheetType: 'target',
    usedFor: '素案の作成と審議会の資料（架空）',
    fields: [...sheetTemplates.target],
    dueOn: addBusinessDays(today, -3),
    sheets: targets,
  })
  await sendRound(daysBefore(context, 28), { roundId, revision: 1 })
  for (const [position, sheet] of (await listSheets(context, { roundId })).entries())
    if (position % 5 !== 4) await answer(context, sheet, position)
  const heardOn = addBusinessDays(today, -4)
  await hearingRound(context, { unitIds, heardOn, dueOn: addBusinessDays(today, 10) })
  await ownTemplate(context)
}

/** Sheets are asked for weeks before they are due. */
const daysBefore = (context: Context, days: number): Context => ({
  ...context,
  now: new Date(context.now.getTime() - days * 86_400_000),
})

type Asked = { unitIds: readonly string[]; dueOn: string }

async function situationRound(context: Context, { unitIds, dueOn }: Asked) {
  const template = preset('situation')
  const { fields } = template
  const roundId = await makeRound(context, {
    title: '調査票 第1回（架空）',
    sheetType: 'situation',
    usedFor: '骨子案と、課ごとのヒアリング（架空）',
    fields,
    dueOn,
    sheets: unitSheets(await getGround(context, template), unitIds),
  })
  await sendRound(daysBefore(context, 70), { roundId, revision: 1 })
  for (const [position, sheet] of (await listSheets(context, { roundId })).entries()) {
    const head = headOf(context, sheet)
    const { id: sheetId, revision } = sheet
    const answers = {
      results: sheet.answers['results'] || '3つの事業を行いました（架空）',
      priority: '事務局に相談',
      ...(await situationWords(context, {
        sheet,
        unitIds,
        position,
        firstYear: Number(dueOn.slice(0, 4)) + 1,
      })),
    }
    await fillSheet(head, { sheetId, revision, answers })
    await approveSheet(head, { sheetId, revision: revision + 1 })
    await acceptSheet(context, { sheetId, revision: revision + 2, ...ruling(dueOn) })
  }
}

type Place = { sheet: RequestSheet; unitIds: readonly string[]; position: number; firstYear: number }

/** What the first sections say of issues, projects, costs and other sections, so that putting it together shows something. */
async function situationWords(
  context: Context,
  { sheet, unitIds, position, firstYear }: Place,
): Promise<Answers> {
  const otherId = unitIds[position === 0 ? 1 : 0]
  const other = (await listSections(context)).find(({ id }) => id === otherId)?.name ?? ''
  if (position > 2) return {}
  const project =
    ['移動支援の新しい事業（架空）', '相談窓口の集約（架空）', '情報発信の見直し（架空）'][position] ?? ''
  const change = position === 1 ? '廃止' : '新規'
  return {
    causes: `${['運転免許を返納した高齢者', '運転免許を返納した人', '転入した世帯'][position]}の移動手段が不足していることが原因です（架空）`,
    continuation: tableText([...knownProjects(sheet), [project, change, '市民の要望による（架空）']]),
    costs: tableText(
      [0, 1].map((later) => [project, String(firstYear + later), String(1200 * (position + 1)), '一般財源']),
    ),
    cooperation:
      position < 2 && other ? `${other}と調整が必要です（架空）` : `${other}に相談しています（架空）`,
  }
}

/** The projects the form was prefilled with; one row is left for a new one. */
function knownProjects({ answers }: RequestSheet): string[][] {
  const field = sheetTemplates.situation.find(({ id }) => id === 'continuation')
  const rows = field ? tableOf(field, answers['continuation'] ?? '') : []
  return rows.filter((cells) => cells.some(Boolean)).slice(0, 7)
}

/** One section was heard and has confirmed the record, two have a slot, the others none yet. */
async function hearingRound(context: Context, { unitIds, heardOn, dueOn }: Asked & { heardOn: string }) {
  const template = preset('hearing')
  const roundId = await makeRound(context, {
    title: 'ヒアリング（架空）',
    sheetType: 'hearing',
    usedFor: '素案の作成（架空）',
    fields: template.fields,
    dueOn,
    sheets: unitSheets(await getGround(context, template), unitIds),
  })
  await sendRound(daysBefore(context, 14), { roundId, revision: 1 })
  const times = { startsAt: '13:00', endsAt: '16:00', minutes: 30 }
  const place = '第2会議室（架空）'
  await addSlots(context, { roundId, heldOn: heardOn, place, ...times, endsAt: '13:30' })
  await addSlots(context, { roundId, heldOn: dueOn, place, ...times })
  const slots = await listSlots(context, roundId)
  for (const [position, sheet] of (await listSheets(context, { roundId })).entries()) {
    const slot = slots[position]
    if (slot && position < 3)
      await takeSlot(headOf(context, sheet), { slotId: slot.id, revision: 1, sheetId: sheet.id })
    if (position === 0) await confirmRecord(context, sheet, dueOn)
  }
}

async function confirmRecord(context: Context, sheet: RequestSheet, dueOn: string) {
  const { id: sheetId, revision } = sheet
  const head = headOf(context, sheet)
  const homework = tableText([
    ['利用者数の推移を、年度ごとに確かめる（架空）', '係長', eraDay(addBusinessDays(dueOn, 5))],
    ['関係する団体の意見を、文書でもらう（架空）', '主任', eraDay(addBusinessDays(dueOn, 15))],
  ])
  const answers = {
    attendees: '課長、係長、事務局2名（架空）',
    questions: sheet.answers['questions'] || '目標値の根拠をたずね、利用者数の推移から説明があった（架空）',
    agreed: '目標値は、利用者数を確かめてから決める（架空）',
    homework,
  }
  await fillSheet(head, { sheetId, revision: revision + 1, answers })
  await approveSheet(head, { sheetId, revision: revision + 2 })
}

/** The head of the section asked. */
const headOf = (context: Context, { unitId }: RequestSheet): Context => ({
  ...context,
  actor: { ...context.actor, unitId },
})

const ruling = (decidedOn: string) => ({ body: '', decidedOn, reason: '' })

async function answer(context: Context, sheet: RequestSheet, position: number) {
  const head = headOf(context, sheet)
  const { id: sheetId, revision } = sheet
  const missing = missingFields(sheet.answers, sheetTemplates.target)
  const open = Object.fromEntries(missing.map(({ id }) => [id, '事務局に相談']))
  await fillSheet(head, {
    sheetId,
    revision,
    answers: { ...open, ...(position % 10 === 0 ? edited(sheet) : {}) },
  })
  await approveSheet(head, { sheetId, revision: revision + 1 })
  const step = { sheetId, revision: revision + 2, ...ruling(tokyoDay(context.now)) }
  if (position % 5 === 3) {
    const remarks = [
      { fieldId: 'rationale', kind: 'must-change' as const, text: '根拠の年度を書いてください（架空）' },
    ]
    const dueOn = addBusinessDays(tokyoDay(context.now), 5)
    await returnSheet(context, { ...step, remarks, dueOn })
  } else if (position % 5 === 2) {
    const text = '目標値の根拠に、国の計画との関係を書いてはどうか（架空）'
    const comment = { fieldId: 'rationale', kind: 'question' as const, body: '第2専門部会（架空）', text }
    await commentOnSheet(context, { sheetId, ...comment })
  } else await acceptSheet(context, step)
}

/** What a section changed against the plan, so that the compilation has something to propose. */
function edited({ answers }: RequestSheet): Answers {
  const target = Number(answers['target'])
  return {
    'desired-state': `${answers['desired-state']}（担当課の案、架空）`,
    programs: [answers['programs'], '庁内の連絡会（架空）'].filter(Boolean).join('\n'),
    ...(Number.isFinite(target) && answers['target'] ? { target: String(target + 1) } : {}),
  }
}

/** A template the city made itself. */
async function ownTemplate(context: Context) {
  const title = '公共施設の調査票（架空）'
  const templateId = await addTemplate(context, { title, askedOf: 'unit' })
  await addField(context, { templateId, revision: 1, label: '施設の名前', kind: 'line' })
  await addField(context, { templateId, revision: 2, label: '関係する施策', kind: 'item' })
  await addField(context, { templateId, revision: 3, label: '図面', kind: 'attachment' })
}
