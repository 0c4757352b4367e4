import type { Tally } from './export-note.ts'
import type { InformationLine } from './information-lines.ts'
import { joinLines, linesOf } from './information-lines.ts'
import { hasElement } from './kept-in-stratml.ts'
import { type BelongingKey, belongingShape, type Shape } from './plan-shapes.ts'
import type { StratmlOptions, StratmlPlan } from './stratml-plan.ts'
import { type WrittenElement, words } from './xml-element.ts'

/** What every part of the writer needs: the arranged plan, the choices, and where to note what has no place. */
export type Writing = StratmlPlan & { options: StratmlOptions; tally: Tally; seenIds: Set<string> }

/** An Identifier; a document may hold each only once (xsd:ID). */
export function identifier(id: string, { seenIds, tally }: Writing): WrittenElement | undefined {
  if (seenIds.has(id)) {
    tally.add('doubled-identifier', 'plan')
    return undefined
  }
  seenIds.add(id)
  return words('Identifier', id)
}

/** A value whose fields have no element, with the room of the table of kept fields it belongs to. */
export type LineSource = { room: string; shape: Shape; value: object; keys: readonly string[] }

/** Fields as lines; those for which StratML has no element are counted. */
export function fieldLines({ room, shape, value, keys }: LineSource, { tally }: Writing): InformationLine[] {
  const lines = linesOf(shape, { ...value }, keys)
  for (const { key } of lines) {
    if (!hasElement(`${room}.${key}`)) tally.add('kept-as-words', `${room}.${key}`)
  }
  return lines
}

/** What belongs to an item, an indicator or ('') the document. */
export function belongingLines(home: string, { belongings, tally }: Writing): InformationLine[] {
  const all = belongings.get(home) ?? {}
  for (const key of Object.keys(all) as BelongingKey[]) {
    const path = key === 'programs' || key === 'items' ? 'plan.items' : `plan.${key}`
    const isStray = home === '' && key === 'items'
    tally.add(isStray ? 'without-place' : 'kept-as-words', path, all[key]?.length)
  }
  return linesOf(belongingShape, all, Object.keys(belongingShape))
}

export const otherInformation = (lines: readonly InformationLine[]): WrittenElement | undefined =>
  words('OtherInformation', joinLines(lines))

/** 主管課, 関係課 and 対象地区 of an item as stakeholders. */
export function stakeholders(
  {
    lead,
    support,
    districts = [],
  }: { lead: string | null; support: readonly string[]; districts?: string[] },
  { plan, options }: Writing,
): WrittenElement[] {
  const unitName = (id: string | null) => plan.units.find((unit) => unit.id === id)?.name
  const named = [
    { type: 'Organization', name: unitName(lead), role: '主管課', roleType: 'Performer' },
    ...support.map((id) => ({
      type: 'Organization',
      name: unitName(id),
      role: '関係課',
      roleType: undefined,
    })),
    ...districts.map((name) => ({ type: 'Generic_Group', name, role: '対象地区', roleType: 'Beneficiary' })),
  ]
  return named.flatMap(({ type, name, role, roleType }) => {
    if (!name) return []
    const roleName = { name: 'Name', content: role }
    const ofRole =
      options.part === 1
        ? { name: 'Description', content: role }
        : {
            name: 'Role',
            content: roleType ? [roleName, { name: 'RoleType', content: roleType }] : [roleName],
          }
    return [
      {
        name: 'Stakeholder',
        attributes: { StakeholderTypeType: type },
        content: [{ name: 'Name', content: name }, ofRole],
      },
    ]
  })
}

export const firstDay = (fiscalYear: number) => `${fiscalYear}-04-01`
export const lastDay = (fiscalYear: number) => `${fiscalYear + 1}-03-31`
