import type { PlanDocument } from '#src/formats/plan-document.ts'
import { type Measure, planItem } from '#src/formats/plan-item.ts'
import { goalExists, targetExists } from '#src/lib/taxonomy/sdgs.ts'
import { type Entered, type Problems, rowsOf, textOf, wordsOf } from './entered.ts'
import { paragraphNumbers } from './paragraphs.ts'

type Sets = Pick<PlanDocument, 'roleSet' | 'principleSet'>

/** Roles, SDGs, Society 5.0, principles, priority and review triggers (役割・つながり) as fields of a form. */
export function measureLinksEntered(measure: Measure, { roleSet, principleSet }: Sets): Entered {
  const fields: Record<string, string> = {
    districts: measure.districts.join('、'),
    alternatives: measure.alternatives,
    'priority-flagged': measure.priority.flagged ? 'yes' : '',
    'priority-reason': measure.priority.reason,
  }
  for (const { key } of roleSet) fields[`role-${key}`] = measure.roles[key] ?? ''
  for (const { key } of principleSet) {
    fields[`principle-${key}-applies`] = measure.principles[key]?.applies ? 'yes' : ''
    fields[`principle-${key}-text`] = measure.principles[key]?.text ?? ''
  }
  for (const [index, tag] of measure.sdgs.entries()) {
    const row = `sdg-${index + 1}`
    fields[`${row}-goal`] = String(tag.goal)
    fields[`${row}-target`] = tag.target ?? ''
    fields[`${row}-reason`] = tag.reason
    fields[`${row}-primary`] = tag.primary ? 'yes' : ''
  }
  for (const [index, { tag, text }] of measure.society50.entries()) {
    fields[`society-${index + 1}-tag`] = tag
    fields[`society-${index + 1}-text`] = text
  }
  for (const [index, trigger] of measure.reviewTriggers.entries()) {
    fields[`trigger-${index + 1}-id`] = trigger.id
    fields[`trigger-${index + 1}-kind`] = trigger.kind
    fields[`trigger-${index + 1}-text`] = trigger.text
  }
  return fields
}

type Read =
  | { problems: Problems }
  | { problems?: undefined; changes: Partial<Measure>; lastParagraph: number }
type Base = { measure: Measure; lastParagraph: number; sets: Sets }

export function readMeasureLinks(entered: Entered, { measure, lastParagraph, sets }: Base): Read {
  const problems: Problems = {}
  const numbers = paragraphNumbers(measure.id, lastParagraph)
  const sdgs = readSdgs(entered, measure, problems)
  const reviewTriggers = readTriggers(entered, measure, () => numbers.next('triggers'))
  if (Object.keys(problems).length > 0) return { problems }
  const flagged = entered['priority-flagged'] === 'yes'
  return {
    lastParagraph: numbers.last(),
    changes: {
      roles: { ...measure.roles, ...texts(sets.roleSet, (key) => textOf(entered, `role-${key}`)) },
      principles: {
        ...measure.principles,
        ...texts(sets.principleSet, (key) => ({
          applies: entered[`principle-${key}-applies`] === 'yes',
          text: textOf(entered, `principle-${key}-text`),
        })),
      },
      sdgs,
      society50: rowsOf(entered, 'society', 'tag').flatMap((row) => {
        const tag = textOf(entered, `society-${row}-tag`)
        const text = textOf(entered, `society-${row}-text`)
        return tag || text ? [{ tag, text }] : []
      }),
      reviewTriggers,
      priority: { ...measure.priority, flagged, reason: textOf(entered, 'priority-reason') },
      districts: wordsOf(entered['districts'] ?? ''),
      alternatives: textOf(entered, 'alternatives'),
    },
  }
}

const texts = <Value>(set: readonly { key: string }[], value: (key: string) => Value) =>
  Object.fromEntries(set.map(({ key }) => [key, value(key)]))

function readSdgs(entered: Entered, measure: Measure, problems: Problems): Measure['sdgs'] {
  return rowsOf(entered, 'sdg', 'goal').flatMap((row) => {
    const typedGoal = textOf(entered, `sdg-${row}-goal`)
    const target = textOf(entered, `sdg-${row}-target`).normalize('NFKC').toLowerCase()
    const reason = textOf(entered, `sdg-${row}-reason`)
    if (!typedGoal && !target && !reason) return []
    const goal = Number(typedGoal)
    if (!goalExists(goal)) problems[`sdg-${row}-goal`] = 'ゴールを選んでください'
    else if (target && !(targetExists(target) && target.startsWith(`${goal}.`))) {
      problems[`sdg-${row}-target`] =
        `「${target}」というターゲットはゴール${goal}にありません（例：${goal}.1）`
    }
    const taxonomy = measure.sdgs[row - 1]?.taxonomy ?? 'sdgs-2030'
    const primary = entered[`sdg-${row}-primary`] === 'yes'
    return [{ taxonomy, goal, ...(target ? { target } : {}), reason, primary }]
  })
}

const triggerKinds = planItem.options[1].shape.reviewTriggers.unwrap().element.shape.kind

function readTriggers(entered: Entered, measure: Measure, name: () => string): Measure['reviewTriggers'] {
  const known = new Map(measure.reviewTriggers.map((trigger) => [trigger.id, trigger]))
  return rowsOf(entered, 'trigger', 'text').flatMap((row) => {
    const text = textOf(entered, `trigger-${row}-text`)
    if (!text) return []
    const before = known.get(entered[`trigger-${row}-id`] ?? '')
    const kind = triggerKinds.catch('other').parse(entered[`trigger-${row}-kind`])
    return [{ ...before, id: before?.id ?? name(), kind, text }]
  })
}
