import type { PlanItem } from '#src/formats/plan-item.ts'
import { indicatorElement } from './indicator-element.ts'
import type { InformationLine } from './information-lines.ts'
import { descriptionFields, itemLineKeys, itemShapes } from './plan-shapes.ts'
import type { PlacedMeasure, PlacedPolicy } from './stratml-plan.ts'
import {
  belongingLines,
  fieldLines,
  identifier,
  otherInformation,
  stakeholders,
  type Writing,
} from './writing.ts'
import { present, type WrittenElement, words } from './xml-element.ts'

/** 政策 as a Goal with its 施策. */
export function goalElement(placed: PlacedPolicy, writing: Numbered): WrittenElement {
  const { policy, measures } = placed
  const { parentId } = policy
  const isBelowVision = parentId === writing.plan.concept.vision.id
  const parent = isBelowVision || parentId === null ? [] : [{ key: 'parentId', value: parentId }]
  return {
    name: 'Goal',
    content: present([
      ...itemHead(policy, parent, writing),
      carrierElement({ id: policy.id, name: policy.title }, writing),
      ...measures.flatMap((one) => objectiveElements(one, writing)),
    ]),
  }
}

/** The numbers of the items as they are shown, and their place among those of the same parent. */
export type Numbered = Writing & { numbers: Map<string, string>; placeOf: Map<string, number> }

/** 施策 as an Objective, and behind it its 基本事業 where those are objectives of their own. */
function objectiveElements({ measure, programs }: PlacedMeasure, writing: Numbered): WrittenElement[] {
  const ownObjectives = writing.options.programs !== 'other-information'
  const inside = ownObjectives ? [] : programs
  return [
    {
      name: 'Objective',
      content: present([
        ...itemHead(measure, [], writing),
        ...[measure, ...inside].flatMap(({ id }) => indicatorElements(id, measure.id, writing)),
      ]),
    },
    ...(ownObjectives ? programs : []).map((program) => ({
      name: 'Objective',
      content: present([
        ...itemHead(
          program,
          [
            { key: 'kind', value: 'program' },
            { key: 'parentId', value: measure.id },
          ],
          writing,
        ),
        ...indicatorElements(program.id, program.id, writing),
      ]),
    })),
  ]
}

const indicatorElements = (itemId: string, holderId: string, writing: Numbered): WrittenElement[] =>
  (writing.indicators.get(itemId) ?? []).map((one, at) => indicatorElement(one, { at, holderId }, writing))

/** Goals have no indicators: those of a 政策 or of the 将来像 stand in an Objective that only carries them. */
function carrierElement(
  { id, name }: { id: string; name: string },
  writing: Numbered,
): WrittenElement | undefined {
  const carried = indicatorElements(id, id, writing)
  if (carried.length === 0) return undefined
  const lines = [
    { key: 'kind', value: 'indicators' },
    { key: 'itemId', value: id },
  ]
  return {
    name: 'Objective',
    content: present([words('Name', `${name}の指標`), otherInformation(lines), ...carried]),
  }
}

/** The 将来像 as a Goal: for its overall goals (総括的な目標), and because a plan must have one Goal at least. */
export function visionGoal(writing: Numbered): WrittenElement | undefined {
  const { plan, policies, indicators, tally } = writing
  const { vision } = plan.concept
  if (policies.length > 0 && !indicators.has(vision.id)) return undefined
  tally.add('goal-added', 'concept.vision')
  return {
    name: 'Goal',
    content: present([
      { name: 'Name', content: plan.labels.vision },
      { name: 'Description', content: vision.title },
      otherInformation([{ key: 'kind', value: 'vision' }]),
      carrierElement({ id: vision.id, name: plan.labels.vision }, writing),
    ]),
  }
}

/** What goals and objectives have in common, up to and with OtherInformation. */
function itemHead(item: PlanItem, extra: readonly InformationLine[], writing: Numbered): WrittenElement[] {
  const { kind, id, title, order, lead, support } = item
  const fields = { ...item } as Record<string, unknown>
  const described = descriptionFields[kind].find((field) => textOf(fields[field]) !== '')
  const description = textOf(described === undefined ? '' : fields[described])
  const isDefault = described === undefined || described === descriptionFields[kind][0]
  const keys = itemLineKeys(kind).filter((key) => key !== described || typeof fields[key] !== 'string')
  const districts = item.kind === 'measure' ? item.districts : []
  return present([
    { name: 'Name', content: title },
    kind === 'policy' ? { name: 'Description', content: description } : words('Description', description),
    identifier(id, writing),
    words('SequenceIndicator', writing.numbers.get(id)?.replaceAll('-', '.')),
    ...stakeholders({ lead, support, districts }, writing),
    otherInformation([
      ...extra,
      ...(order === (writing.placeOf.get(id) ?? 0) + 1 ? [] : [{ key: 'order', value: String(order) }]),
      ...(isDefault ? [] : [{ key: 'Description', value: described }]),
      ...fieldLines({ room: kind, shape: itemShapes[kind], value: item, keys }, writing),
      ...belongingLines(id, writing),
    ]),
  ])
}

/** Words, or paragraphs with a blank line between. */
const textOf = (value: unknown): string =>
  Array.isArray(value)
    ? value.map((paragraph: { text: string }) => paragraph.text).join('\n\n')
    : String(value ?? '')
