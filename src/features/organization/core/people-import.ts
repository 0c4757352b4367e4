import { type CsvFinding, type CsvLine, type CsvReport, readTable } from './csv-table.ts'
import { dayBefore } from './neighbour-days.ts'
import {
  comparedName,
  hasTwoRegularPosts,
  type Person,
  type Post,
  postKindLabels,
  postKinds,
} from './people.ts'
import { personKana, personName, postTitle } from './person-form.ts'
import { dayProblem, readDay } from './read-day.ts'
import { type NamesOnDays, namesOnDays } from './unit-names.ts'
import type { OrganizationUnit } from './units.ts'

export const peopleColumns = {
  required: ['氏名', '所属', '職', '発令の日'],
  optional: ['よみ', '種別', '最後の日', 'ID'],
} as const

const mostLines = 20_000

/** A person after the import; `id` of a new one is empty until it gets its own. */
export type ImportedPerson = { id: string; name: string; kana: string; posts: Post[] }

export type PeopleImport = {
  reports: CsvReport[]
  people: ImportedPerson[]
  findings: CsvFinding[]
  ignored: string[]
}

type Known = { people: readonly Person[]; units: readonly OrganizationUnit[] }

/**
 * What a CSV of people with their posts (異動) would change, or what is wrong with it: a rehearsal, nothing is done.
 *
 * One line, one post. A person is known by ID, else by name and reading. A new 本務 ends the one held until then on the day
 * before; 兼務 and 代理 go on. Posts that the file does not name stay as they are.
 */
export function planPeopleImport(text: string, { people, units }: Known): PeopleImport {
  const { lines, findings, ignored } = readTable(text, peopleColumns)
  if (lines.length > mostLines) {
    findings.push({
      line: mostLines + 2,
      column: '',
      value: '',
      problem: `職員は一度に${mostLines}行までです`,
    })
  }
  if (findings.length > 0) return { reports: [], people: [], findings, ignored }
  const register = registerOf(people)
  const names = namesOnDays(units)
  const changed = new Set<Entry>()
  const reports: CsvReport[] = []
  for (const line of lines) {
    const read = readLine(line, { register, names })
    if ('findings' in read) {
      findings.push(...read.findings)
      continue
    }
    const report = takeIn(read)
    if (hasTwoRegularPosts(read.entry.posts)) {
      const problem = 'この日には、ほかの本務があります。兼務にするか、日付を確かめてください'
      findings.push({ line: line.line, column: '発令の日', value: line.cell('発令の日'), problem })
    }
    if (report.act !== 'same') changed.add(read.entry)
    reports.push(report)
  }
  if (findings.length > 0) return { reports: [], people: [], findings, ignored }
  const taken = [...changed].map(({ id, name, kana, posts }) => ({ id, name, kana, posts }))
  return { reports, people: taken, findings: [], ignored }
}

/** A person while the file is read: known, or new with an empty id. */
type Entry = ImportedPerson

/** Everybody by ID and by compared name; people first met in the file are added. */
function registerOf(people: readonly Person[]) {
  const entries = people.map(
    ({ id, name, kana, posts }): Entry => ({ id, name, kana, posts: posts.map((post) => ({ ...post })) }),
  )
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const byName = Map.groupBy(entries, ({ name }) => comparedName(name))
  const named = (name: string, kana: string) =>
    (byName.get(comparedName(name)) ?? []).filter(
      (entry) => !kana || !entry.kana || comparedName(entry.kana) === comparedName(kana),
    )
  const add = (name: string, kana: string): Entry => {
    const entry = { id: '', name, kana, posts: [] }
    byName.set(comparedName(name), [...(byName.get(comparedName(name)) ?? []), entry])
    return entry
  }
  return { byId, named, add }
}

type Surroundings = { register: ReturnType<typeof registerOf>; names: NamesOnDays }
type Read = { entry: Entry; isNew: boolean; line: CsvLine; post: Post }

function readLine(line: CsvLine, { register, names }: Surroundings): Read | { findings: CsvFinding[] } {
  const findings: CsvFinding[] = []
  const tell = (column: string, problem: string | undefined) => {
    if (problem) findings.push({ line: line.line, column, value: line.cell(column), problem })
  }
  const name = personName.safeParse(line.cell('氏名'))
  tell('氏名', name.error?.issues[0]?.message)
  tell('よみ', personKana.safeParse(line.cell('よみ')).error?.issues[0]?.message)
  const title = postTitle.safeParse(line.cell('職'))
  tell('職', title.error?.issues[0]?.message)
  const written = line.cell('種別') || postKindLabels.regular
  const kind = postKinds.find((one) => postKindLabels[one] === written)
  if (!kind) tell('種別', `${Object.values(postKindLabels).join('・')}のどれかを書いてください`)
  const validFrom = readDay(line.cell('発令の日'))
  if (!validFrom) tell('発令の日', dayProblem)
  const validTo = readDay(line.cell('最後の日'))
  if (line.cell('最後の日') && !validTo) tell('最後の日', dayProblem)
  if (validFrom && validTo && validTo < validFrom)
    tell('最後の日', '最後の日が、発令の日より前になっています')
  const unit = validFrom && line.cell('所属') ? names.lookUp(line.cell('所属'), validFrom) : undefined
  tell('所属', unit?.problem)
  const person = findings.length === 0 ? whoIs(line, register) : undefined
  if (person && 'problem' in person) tell(person.column, person.problem)
  if (findings.length > 0 || !person || 'problem' in person || !validFrom || !kind) return { findings }
  const unitId = unit && 'id' in unit ? unit.id : null
  const post = { unitId, title: title.data ?? '', kind, validFrom, validTo }
  return { ...person, line, post }
}

type Who = { entry: Entry; isNew: boolean } | { column: string; problem: string }

function whoIs(line: CsvLine, register: Surroundings['register']): Who {
  const [id, name, kana] = [line.cell('ID'), line.cell('氏名'), line.cell('よみ')]
  if (id) {
    const entry = register.byId.get(id)
    if (!entry)
      return { column: 'ID', problem: 'この ID の職員はいません。新しい人なら ID を空にしてください' }
    if (comparedName(entry.name) === comparedName(name)) return { entry, isNew: false }
    const problem = `この ID の職員は「${entry.name}」です。氏名の変更は、職員のページで行ってください`
    return { column: '氏名', problem }
  }
  const [entry, ...others] = register.named(name, kana)
  if (others.length > 0) {
    return { column: '氏名', problem: '同じ氏名の職員が2人以上います。ID の列で、どちらかを示してください' }
  }
  return entry ? { entry, isNew: false } : { entry: register.add(name, kana), isNew: true }
}

/** Puts the post of a line among the person's posts, and says in words what that changes. */
function takeIn({ entry, isNew, line, post }: Read): CsvReport {
  const details: string[] = []
  const kana = line.cell('よみ')
  if (isNew) details.push('新しい職員')
  if (kana && kana !== entry.kana) {
    details.push(`よみ：${entry.kana || '（空）'} → ${kana}`)
    entry.kana = kana
  }
  const known = entry.posts.find(
    ({ unitId, title, validFrom }) =>
      unitId === post.unitId && title === post.title && validFrom === post.validFrom,
  )
  const words = `${line.cell('所属')} ${post.title}`.trim()
  if (!known) {
    details.push(`加える職：${words}（${postKindLabels[post.kind]}、${post.validFrom}から）`)
    details.push(...endFormerPosts(entry, post))
    entry.posts.push(post)
  } else {
    if (line.has('種別') && known.kind !== post.kind) {
      details.push(`種別：${postKindLabels[known.kind]} → ${postKindLabels[post.kind]}`)
      known.kind = post.kind
    }
    if (line.has('最後の日') && known.validTo !== post.validTo) {
      details.push(`最後の日：${known.validTo ?? '（空）'} → ${post.validTo ?? '（空）'}`)
      known.validTo = post.validTo
    }
  }
  const act = isNew ? 'add' : details.length > 0 ? 'change' : 'same'
  return { line: line.line, act, subject: `${entry.name}　${words}`, details }
}

/** Somebody who gets a new 本務 leaves the old one the day before. */
function endFormerPosts(entry: Entry, post: Post): string[] {
  if (post.kind !== 'regular') return []
  const lastDay = dayBefore(post.validFrom)
  const former = entry.posts.filter(
    ({ kind, validFrom, validTo }) =>
      kind === 'regular' && validFrom <= lastDay && (validTo === undefined || validTo > lastDay),
  )
  for (const old of former) old.validTo = lastDay
  return former.map(({ title }) => `これまでの本務「${title}」は${lastDay}まで`)
}

/** People with their posts as a table that the import reads again. Somebody without a post has no row. */
export function peopleTable(people: readonly Person[], units: readonly OrganizationUnit[]): string[][] {
  const columns = ['氏名', 'よみ', '所属', '職', '種別', '発令の日', '最後の日', 'ID']
  const names = namesOnDays(units)
  const rows = people.flatMap(({ id, name, kana, posts }) =>
    posts.map(({ unitId, title, kind, validFrom, validTo }) => {
      const unit = unitId ? names.write(unitId, validFrom) : ''
      return [name, kana, unit, title, postKindLabels[kind], validFrom, validTo ?? '', id]
    }),
  )
  return [columns, ...rows]
}
