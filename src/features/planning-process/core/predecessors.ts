import { type Task, tasksById } from './schedule.ts'

/**
 * A ring of tasks that wait for each other (循環), from one task back to itself; undefined where there is none. Such a plan
 * could never be carried out.
 */
export function findCycle(tasks: readonly Pick<Task, 'id' | 'predecessors'>[]): string[] | undefined {
  const before = new Map(tasks.map(({ id, predecessors }) => [id, predecessors]))
  const cleared = new Set<string>()
  const search = (id: string, path: readonly string[]): string[] | undefined => {
    const seen = path.indexOf(id)
    if (seen >= 0) return [...path.slice(seen), id]
    if (cleared.has(id)) return undefined
    for (const earlier of before.get(id) ?? []) {
      const cycle = search(earlier, [...path, id])
      if (cycle) return cycle
    }
    cleared.add(id)
    return undefined
  }
  for (const { id } of tasks) {
    const cycle = search(id, [])
    if (cycle) return cycle
  }
  return undefined
}

/** Every task after those it waits for. Refuses a ring: the store lets none in. */
export function inOrderOfWork(tasks: readonly Task[]): Task[] {
  if (findCycle(tasks)) throw new RangeError('tasks wait for each other')
  const known = tasksById(tasks)
  const placed = new Set<string>()
  const ordered: Task[] = []
  const place = (task: Task) => {
    if (placed.has(task.id)) return
    placed.add(task.id)
    for (const id of task.predecessors) {
      const earlier = known.get(id)
      if (earlier) place(earlier)
    }
    ordered.push(task)
  }
  for (const task of tasks) place(task)
  return ordered
}
