import { isRecord } from './same-json.ts'

/** What a member of a list is known by. */
type KeyField = 'id' | 'term' | 'key' | 'heading' | 'fiscalYear'

/**
 * The lists whose members are known by a key, by their place in the document (`*` stands for a member).
 *
 * All other lists are short and are compared as a whole.
 */
const keyFields: Readonly<Record<string, KeyField>> = {
  '/items': 'id',
  '/items/*/situation': 'id',
  '/items/*/issues': 'id',
  '/items/*/directions': 'id',
  '/items/*/text': 'id',
  '/items/*/reviewTriggers': 'id',
  '/projects': 'id',
  '/projects/*/budget': 'fiscalYear',
  '/projects/*/hours': 'fiscalYear',
  '/indicators': 'id',
  '/indicators/*/interim': 'fiscalYear',
  '/indicators/*/actuals': 'fiscalYear',
  '/dataPoints': 'id',
  '/evidence': 'id',
  '/logicModels': 'id',
  '/relatedPlans': 'id',
  '/units': 'id',
  '/taxonomies': 'id',
  '/termNotes': 'term',
  '/decisions': 'id',
  '/waivers': 'id',
  '/ledger': 'id',
  '/concept/principles': 'id',
  '/concept/chapters': 'heading',
  '/concept/grandDesign/zones': 'id',
  '/concept/grandDesign/axes': 'id',
  '/concept/grandDesign/hubs': 'id',
  '/roleSet': 'key',
  '/principleSet': 'key',
}

/** A kind of place in the document, and the field that knows the members of the list there. */
export type Pattern = { name: string; field: KeyField | undefined; below: Map<string, Pattern> }

const patternOf = (name: string): Pattern => ({ name, field: keyFields[name], below: new Map() })

/** The document itself. What is below is made once a walk: thousands of items have the same places. */
export const wholeDocument = () => patternOf('')

/** The kind of place one step further; `*` is a member of a list. */
export function patternBelow(pattern: Pattern, step: string): Pattern {
  const known = pattern.below.get(step)
  if (known) return known
  const next = patternOf(`${pattern.name}/${step}`)
  pattern.below.set(step, next)
  return next
}

/** The members of a list by their keys, in their order. A key used again gets `#2`, so that nothing is lost. */
export function membersByKey<Member>(list: readonly Member[], field: KeyField): Map<string, Member> {
  const members = new Map<string, Member>()
  for (const member of list) {
    const key = String(isRecord(member) ? member[field] : member).normalize('NFC')
    members.set(members.has(key) ? unusedKey(members, key) : key, member)
  }
  return members
}

function unusedKey(members: ReadonlyMap<string, unknown>, key: string): string {
  let count = 2
  while (members.has(`${key}#${count}`)) count += 1
  return `${key}#${count}`
}

/** The id a key stands for: without the mark of a doubled one. */
export const idOfKey = (key: string) => key.replace(/#\d+$/, '')
